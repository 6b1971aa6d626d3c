/* Registered by an exported function, not at attach: the application decides. */
#include <windows.h>

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

__declspec(dllexport) void mylib_watch(void)
{
    AddVectoredExceptionHandler(1, report_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
