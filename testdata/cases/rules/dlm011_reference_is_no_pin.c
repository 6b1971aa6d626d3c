/* GetModuleHandleEx without the PIN flag does not pin. */
#include <windows.h>

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static HMODULE self_ok(void)
{
    HMODULE self = NULL;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT |
                           GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                       (LPCWSTR)self_ok, &self);
    return self;
}

static void watch_bad(void)
{
    AddVectoredExceptionHandler(self_ok() != NULL, report_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        watch_bad();
    }
    return TRUE;
}
