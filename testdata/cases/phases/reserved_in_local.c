/* The usual idiom: a local says whether the process ends. */
#include <windows.h>

static HMODULE g_codec;

static void free_bad(void)
{
    FreeLibrary(g_codec);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    BOOL exiting = reserved != NULL;

    if (reason == DLL_PROCESS_DETACH && !exiting) {
        free_bad();
    }
    return TRUE;
}
