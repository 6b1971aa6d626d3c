/* The inner test narrows the outer one. */
#include <windows.h>

static HMODULE g_codec;

static void free_bad(void)
{
    FreeLibrary(g_codec);
}

static void forget_ok(void)
{
    g_codec = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        if (reserved == NULL) {
            free_bad();
        } else {
            forget_ok();
        }
    }
    return TRUE;
}
