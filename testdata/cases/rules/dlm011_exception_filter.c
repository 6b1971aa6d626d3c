/* The old filter is kept, and never put back. */
#include <windows.h>

static LPTOP_LEVEL_EXCEPTION_FILTER g_previous;

static LONG WINAPI dump_ok(EXCEPTION_POINTERS *pointers)
{
    return g_previous != NULL ? g_previous(pointers) : EXCEPTION_CONTINUE_SEARCH;
}

static void install_bad(void)
{
    g_previous = SetUnhandledExceptionFilter(dump_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        install_bad();
    }
    return TRUE;
}
