/* Loads what is registered for the file. */
#include <windows.h>
#include <shellapi.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        ShellExecuteW(NULL, L"open", L"readme.txt", NULL, NULL, SW_SHOWNORMAL);
    }
    return TRUE;
}
