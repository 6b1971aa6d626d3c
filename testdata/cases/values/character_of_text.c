/* Characters of a text that is handed over decide. */
#include <windows.h>

static void load_locale_ok(void)
{
    LoadLibraryA("locale.dll");
}

static void load_plain_bad(void)
{
    LoadLibraryA("plain.dll");
}

static void set_locale(const char *name)
{
    if (name[0] == 'C' && !name[1]) {
        load_plain_bad();
    } else {
        load_locale_ok();
    }
}

static void set_wide_bad(const wchar_t *name)
{
    if (*name == L'\0') {
        load_locale_ok();
    } else if (name[1] == L'n') {
        LoadLibraryA("wide.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_locale("C");
        set_wide_bad(L"en");
    }
    return TRUE;
}
