/* Only a flag that is certainly set makes LoadLibraryEx harmless. */
#include <windows.h>

static HMODULE open_module_bad(LPCSTR file, BOOL as_data)
{
    DWORD flags = 0;

    if (as_data) {
        flags = LOAD_LIBRARY_AS_DATAFILE;
    }
    return LoadLibraryExA(file, NULL, flags);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_module_bad("codec.dll", GetTickCount() & 1);
    }
    return TRUE;
}
