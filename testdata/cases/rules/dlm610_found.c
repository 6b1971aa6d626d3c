/* Symbols are made ready when the DLL is loaded. */
#include <windows.h>
#include <dbghelp.h>

static void work_bad(void)
{
    SymInitialize(GetCurrentProcess(), NULL, TRUE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
