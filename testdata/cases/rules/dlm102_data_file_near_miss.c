/* A file that was mapped as data has no DllMain: FreeLibrary only unmaps it. */
#include <windows.h>

static HMODULE g_strings;

static void look_ok(void)
{
    HMODULE strings = LoadLibraryExW(L"strings.dll", NULL, LOAD_LIBRARY_AS_DATAFILE);

    FindResourceW(strings, L"1", L"TEXT");
    FreeLibrary(strings);
}

static void open_ok(void)
{
    g_strings = LoadLibraryExW(L"strings.dll", NULL, LOAD_LIBRARY_AS_DATAFILE);
}

static void close_ok(void)
{
    FreeLibrary(g_strings);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        look_ok();
        open_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        close_ok();
    }
    return TRUE;
}
