/* __attribute__((destructor)) runs after DllMain's DLL_PROCESS_DETACH. */
#include <windows.h>

static HMODULE g_codec;

__attribute__((destructor)) static void stop_bad(void)
{
    FreeLibrary(g_codec);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
