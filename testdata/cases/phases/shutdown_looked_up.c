/* Whether the process ends is asked of a function that was looked up by name. */
#include <windows.h>

typedef BOOLEAN(NTAPI *in_progress_fn)(void);

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static BOOL exiting_ok(void)
{
    in_progress_fn ask = (in_progress_fn)GetProcAddress(GetModuleHandleA("ntdll.dll"),
                                                        "RtlDllShutdownInProgress");
    return ask != NULL && ask();
}

static void close_bad(void)
{
    if (!exiting_ok()) {
        load_bad();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_bad();
    }
    return TRUE;
}
