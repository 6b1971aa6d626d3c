/* A wait without a handle fails at once: a static that nothing has set yet, or never does.  What an
   export may have set, or is INVALID_HANDLE_VALUE (the process itself), is waited for. */
#include <windows.h>

static HANDLE g_never;
static HANDLE g_later;
static HANDLE g_exported;

static void await_never_ok(void)
{
    WaitForSingleObject(g_never, INFINITE);
}

static void await_before_ok(void)
{
    WaitForSingleObjectEx(g_later, INFINITE, FALSE);
}

static void await_after_bad(void)
{
    WaitForSingleObject(g_later, INFINITE);
}

static void await_exported_bad(void)
{
    WaitForSingleObject(g_exported, INFINITE);
}

static void await_process_bad(void)
{
    WaitForSingleObject(INVALID_HANDLE_VALUE, INFINITE);
}

static void hand_over_ok(void)
{
    SignalObjectAndWait(g_later, g_never, INFINITE, FALSE);
}

static void wait_checked_ok(HANDLE handle)
{
    if (handle != NULL) {
        WaitForSingleObject(handle, INFINITE);
    }
}

__declspec(dllexport) void begin_ok(HANDLE handle)
{
    g_exported = handle;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        await_never_ok();
        await_before_ok();
        wait_checked_ok(g_later);
        g_later = CreateEventW(NULL, TRUE, FALSE, NULL);
        await_after_bad();
        hand_over_ok();
        await_process_bad();
        break;
    case DLL_PROCESS_DETACH:
        await_never_ok();
        await_exported_bad();
        break;
    }
    return TRUE;
}
