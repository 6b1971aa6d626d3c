/* RtlDllShutdownInProgress is true in process exit and in no other phase. */
#include <windows.h>

__declspec(dllimport) BOOLEAN NTAPI RtlDllShutdownInProgress(void);

static void at_exit_bad(void)
{
    LoadLibraryA("report.dll");
}

static void at_unload_bad(HMODULE module)
{
    FreeLibrary(module);
}

static void at_attach_ok(void)
{
    LoadLibraryA("never.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        if (RtlDllShutdownInProgress()) {
            at_exit_bad();
            return TRUE;
        }
        at_unload_bad(instance);
    } else if (RtlDllShutdownInProgress()) {
        at_attach_ok();
    }
    return TRUE;
}
