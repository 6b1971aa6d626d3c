/* The old filter is put back at unload. */
#include <windows.h>

static LPTOP_LEVEL_EXCEPTION_FILTER g_previous;

static LONG WINAPI dump_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void restore_ok(void)
{
    SetUnhandledExceptionFilter(g_previous);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_previous = SetUnhandledExceptionFilter(dump_ok);
        break;
    case DLL_PROCESS_DETACH:
        restore_ok();
        break;
    }
    return TRUE;
}
