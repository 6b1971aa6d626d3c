/* LoadLibrary in DllMain itself, in both spellings. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibrary(TEXT("ansi.dll"));
        LoadLibraryW(L"wide.dll");
    }
    return TRUE;
}
