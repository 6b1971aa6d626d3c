/* What an initialiser leaves out is 0: elements of an array, fields of a struct and of one within it. No
   loop changes them, as the text is "C". */
#include <windows.h>

enum { CATEGORIES = 6 };

struct place {
    int line;
    HMODULE module;
};

struct options {
    const char *name;
    BOOL loads;
    struct place place;
};

static void load_tables_ok(const char *name)
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

static void apply_ok(const struct options *options)
{
    if (options->loads) {
        LoadLibraryA(options->name);
    }
    if (options->place.module) {
        FreeLibrary(options->place.module);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        struct options options = {.name = "more.dll"};
        load_tables_ok("C");
        apply_ok(&options);
    }
    return TRUE;
}
