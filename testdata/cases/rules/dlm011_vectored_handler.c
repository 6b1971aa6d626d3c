/* A crash reporter that is never taken back; another kind of handler is. */
#include <windows.h>

static void *g_continue;

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void watch_bad(void)
{
    AddVectoredExceptionHandler(1, report_ok);
    g_continue = AddVectoredContinueHandler(0, report_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        watch_bad();
        break;
    case DLL_PROCESS_DETACH:
        RemoveVectoredContinueHandler(g_continue);
        break;
    }
    return TRUE;
}
