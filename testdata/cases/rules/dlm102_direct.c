/* FreeLibrary on detach, and a library that is loaded and freed at once. */
#include <windows.h>

static HMODULE g_codec;

static void probe_bad(void)
{
    FreeLibrary(LoadLibraryA("probe.dll"));
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        probe_bad();
        break;
    case DLL_PROCESS_DETACH:
        FreeLibrary(g_codec);
        break;
    }
    return TRUE;
}
