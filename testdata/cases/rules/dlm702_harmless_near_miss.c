/* Only an exported function opens the file. */
#include <windows.h>
#include <shellapi.h>

__declspec(dllexport) void mylib_work_ok(void)
{
    ShellExecuteW(NULL, L"open", L"readme.txt", NULL, NULL, SW_SHOWNORMAL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
