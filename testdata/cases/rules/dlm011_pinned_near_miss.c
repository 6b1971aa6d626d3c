/* A DLL that pins itself is never unloaded: what it registers may stay. */
#include <windows.h>

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void stay_ok(void)
{
    HMODULE self;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                       (LPCWSTR)stay_ok, &self);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        stay_ok();
        AddVectoredExceptionHandler(1, report_ok);
    }
    return TRUE;
}
