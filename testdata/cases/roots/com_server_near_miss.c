/* The same function of a COM server, but DllMain calls it itself. */
#include <windows.h>
#include <objbase.h>

static LONG g_objects;

STDAPI DllCanUnloadNow(void)
{
    CoFreeUnusedLibraries();
    return g_objects == 0 ? S_OK : S_FALSE;
}

static void leave_bad(void)
{
    DllCanUnloadNow();
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)module;
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        leave_bad();
    }
    return TRUE;
}
