/* Every C function of the pack nls, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <winver.h>
#include <ctype.h>
#include <wctype.h>
#include <locale.h>

static char text[80];
static WCHAR wide[80];

/* not in mingw-w64 */
__declspec(dllimport) _locale_t _wcreate_locale(int category, const wchar_t *locale);

static void locale_bad(void)
{
    GetStringTypeA(0, 0, NULL, 0, NULL);
    GetStringTypeExA(0, 0, NULL, 0, NULL);
    GetStringTypeExW(0, 0, NULL, 0, NULL);
    GetStringTypeW(0, NULL, 0, NULL);
}

static void notes_bad(void)
{
    FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, text, 80, NULL);
    FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, wide, 80, NULL);
    GetFileVersionInfoA(NULL, 0, 0, NULL);
    GetFileVersionInfoW(NULL, 0, 0, NULL);
    GetFileVersionInfoExA(0, NULL, 0, 0, NULL);
    GetFileVersionInfoExW(0, NULL, 0, 0, NULL);
    GetFileVersionInfoSizeA(NULL, NULL);
    GetFileVersionInfoSizeW(NULL, NULL);
    GetFileVersionInfoSizeExA(0, NULL, NULL);
    GetFileVersionInfoSizeExW(0, NULL, NULL);
    _create_locale(0, NULL);
    _wcreate_locale(0, L"");
    _wsetlocale(0, NULL);
    setlocale(0, NULL);
}

static void silent_ok(void)
{
    isalpha(0);
    iswalpha(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        locale_bad();
        notes_bad();
        silent_ok();
    }
    return TRUE;
}
