/* An error path that nobody tested. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        MessageBoxW(NULL, L"mylib: no settings", L"mylib", MB_OK);
    }
    return TRUE;
}
