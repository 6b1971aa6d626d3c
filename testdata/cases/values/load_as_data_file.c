/* LoadLibraryEx that only maps a file for its resources; the flags are put together in a local. */
#include <windows.h>

static HMODULE open_resources_ok(LPCWSTR file)
{
    DWORD flags = LOAD_LIBRARY_AS_DATAFILE;

    flags |= LOAD_LIBRARY_AS_IMAGE_RESOURCE;
    return LoadLibraryExW(file, NULL, flags);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return open_resources_ok(L"strings.dll") != NULL;
    }
    return TRUE;
}
