/* This source begins with the byte order mark of UTF-8. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryW(L"größe.dll");
    }
    return TRUE;
}
