/* The message goes to the debugger, and the load is refused. */
#include <windows.h>

__declspec(dllexport) void mylib_complain_ok(void)
{
    MessageBoxW(NULL, L"mylib: no settings", L"mylib", MB_OK);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH && GetEnvironmentVariableW(L"MYLIB", NULL, 0) == 0) {
        OutputDebugStringW(L"mylib: no settings\n");
        return FALSE;
    }
    return TRUE;
}
