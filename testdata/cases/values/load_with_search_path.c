/* LoadLibraryEx with a flag that still runs the DLL's code. */
#include <windows.h>

static HMODULE open_codec_bad(LPCWSTR file)
{
    const DWORD flags = LOAD_WITH_ALTERED_SEARCH_PATH;

    return LoadLibraryExW(file, NULL, flags);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return open_codec_bad(L"C:\\codec\\codec.dll") != NULL;
    }
    return TRUE;
}
