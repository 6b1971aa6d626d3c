/* A case that falls through runs the next one's code, too. */
#include <windows.h>

static int g_threads;

static void count_ok(void)
{
    g_threads++;
}

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_THREAD_ATTACH:
        count_ok();
        /* fall through */
    case DLL_PROCESS_ATTACH:
        load_bad();
        break;
    case DLL_THREAD_DETACH:
    case DLL_PROCESS_DETACH:
        break;
    }
    return TRUE;
}
