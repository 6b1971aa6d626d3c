/* The number of the resource stands in a header that is missing, so clang drops the statement.
 * MAKEINTRESOURCE is one of two macros by the character set and no undeclared function; the calls
 * beside it are found again. */
// show: cuts
#include <windows.h>

static HRSRC find_codec_bad(HMODULE self)
{
    HRSRC found = FindResource(self, MAKEINTRESOURCE(IDR_CODEC), RT_RCDATA);
    HMODULE codec = open_packed_codec_ok(LoadLibrary(IDS_CODEC_NAME));
    return found;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        find_codec_bad(instance);
    }
    return TRUE;
}
