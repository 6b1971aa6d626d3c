/* An exported function that the application calls before FreeLibrary takes the handler back. */
#include <windows.h>

static void *g_handler;

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void watch_ok(void)
{
    g_handler = AddVectoredExceptionHandler(1, report_ok);
}

__declspec(dllexport) void mylib_shutdown(void)
{
    RemoveVectoredExceptionHandler(g_handler);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        watch_ok();
    }
    return TRUE;
}
