/* The clean-up runs in a table of functions, and by the API's address. */
#include <windows.h>

typedef ULONG(WINAPI *remove_function)(PVOID);

static PVOID g_handler;
static const remove_function g_removers[] = {RemoveVectoredExceptionHandler};

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void watch_ok(void)
{
    g_handler = AddVectoredExceptionHandler(1, report_ok);
}

__declspec(dllexport) void mylib_shutdown(int which)
{
    g_removers[which](g_handler);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        watch_ok();
    }
    return TRUE;
}
