/* Elements that a loop or a call fills are not 0 any more, nor those that a range gives; a union is one
   place with several names. */
#include <windows.h>

enum { CATEGORIES = 6 };

union number {
    int small;
    int large;
};

__declspec(dllimport) void fill_in(LCID *lcid, int n);

static void load_tables_bad(const char *name)
{
    LCID lcid[CATEGORIES] = {0};

    if (name[0] != 'C' || name[1] != '\0') {
        for (int i = 0; i < CATEGORIES; i++) {
            lcid[i] = GetUserDefaultLCID();
        }
    }
    if (lcid[2]) {
        LoadLibraryA("tables.dll");
    }
}

static void load_filled_bad(void)
{
    LCID lcid[CATEGORIES] = {0};

    fill_in(lcid, CATEGORIES);
    if (lcid[2]) {
        LoadLibraryA("filled.dll");
    }
}

static void load_given_bad(void)
{
    int given[CATEGORIES] = {[0 ... 3] = 1};
    union number number = {.small = 1};

    if (given[2]) {
        LoadLibraryA("given.dll");
    }
    if (number.large) {
        LoadLibraryA("large.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_tables_bad("de-DE");
        load_filled_bad();
        load_given_bad();
    }
    return TRUE;
}
