/* Known wrong: what is stored under one name of a union is not seen under the other, which still holds
   what the condition taught. */
#include <windows.h>

union word {
    unsigned whole;
    unsigned low;
};

struct options {
    union word word;
};

/* Reached: the other name of the same bytes was stored to. */
static void FN_load(void)
{
    LoadLibraryA("core.dll");
}

static void set(struct options *options)
{
    if (options->word.whole == 0) {
        options->word.low = 1;
        if (options->word.whole != 0) {
            FN_load();
        }
    }
}

struct options *g_options;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set(g_options);
    }
    return TRUE;
}
