/* With UNICODE the macro LoadLibrary is LoadLibraryW. */
// flags: -DUNICODE -D_UNICODE
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibrary(TEXT("wide.dll"));
        LoadLibraryEx(TEXT("wide.dll"), NULL, 0);
    }
    return TRUE;
}
