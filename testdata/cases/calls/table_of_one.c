/* A constant table of operations, with one function in it. */
#include <windows.h>

struct operations {
    const char *name;
    void (*start)(void);
    void (*stop)(void);
};

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static const struct operations codec = {
    .name = "codec",
    .start = load_bad,
};

static void start_with(const struct operations *operations)
{
    if (operations->start != NULL) {
        operations->start();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_with(&codec);
    }
    return TRUE;
}
