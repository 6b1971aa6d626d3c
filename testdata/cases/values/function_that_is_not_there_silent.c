/* The twin of function_that_is_not_there: either way no library is loaded. */
#include <windows.h>

typedef HRESULT WINAPI describe(HANDLE thread, PCWSTR words);

static void name_thread_ok(void)
{
    FARPROC set = GetProcAddress(GetModuleHandleA("kernel32.dll"), "SetThreadDescription");

    if (!set) {
        OutputDebugStringA("no names for threads");
        return;
    }
    ((describe *)set)(GetCurrentThread(), L"main");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        name_thread_ok();
    }
    return TRUE;
}
