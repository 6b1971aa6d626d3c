/* The twin of dlm102_data_file_near_miss: libraries that run, and one of both. */
#include <windows.h>

static HMODULE g_codec;
static HMODULE g_either;

__declspec(dllexport) void open_codec_ok(void)
{
    g_codec = LoadLibraryExW(L"codec.dll", NULL, 0);
}

__declspec(dllexport) void open_either_ok(BOOL only_strings)
{
    if (only_strings) {
        g_either = LoadLibraryExW(L"codec.dll", NULL, LOAD_LIBRARY_AS_DATAFILE);
    } else {
        g_either = LoadLibraryW(L"codec.dll");
    }
}

static void close_codec_bad(void)
{
    FreeLibrary(g_codec);
}

static void close_either_bad(void)
{
    FreeLibrary(g_either);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_codec_bad();
        close_either_bad();
    }
    return TRUE;
}
