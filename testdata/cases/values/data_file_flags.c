/* Flags that make a DLL data: joined, in a constant, by a helper; FreeLibrary knows the handle. */
#include <windows.h>

enum { AS_DATA = LOAD_LIBRARY_AS_DATAFILE | LOAD_LIBRARY_AS_IMAGE_RESOURCE };

static const DWORD g_flags = LOAD_LIBRARY_AS_DATAFILE_EXCLUSIVE;

static HMODULE map_ok(const wchar_t *file, DWORD flags)
{
    return LoadLibraryExW(file, NULL, flags);
}

static void read_strings_ok(void)
{
    HMODULE strings = map_ok(L"strings.dll", AS_DATA);

    FreeLibrary(strings);
    FreeLibrary(LoadLibraryExA("icons.dll", NULL, g_flags));
}

static void read_code_bad(void)
{
    LoadLibraryExA("plugin.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_strings_ok();
        read_code_bad();
    }
    return TRUE;
}
