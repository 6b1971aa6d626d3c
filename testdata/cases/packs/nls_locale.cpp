/* What the pack nls knows of C++: a locale by name, and the one for all. */
#include <windows.h>

#include <locale>

static void notes_bad()
{
    std::locale german("de");
    std::locale::global(german);
}

static bool silent_ok()
{
    std::locale set;
    return set == std::locale::classic();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        notes_bad();
        return silent_ok();
    }
    return TRUE;
}
