/* Known wrong: all elements are 0 and the loop changes none of them, as the text is "C". */
#include <windows.h>

enum { CATEGORIES = 6 };

/* Elements that an initialiser leaves out have no value, and loops with fixed bounds are not run. */
static void FP_load_tables(const char *name)
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

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        FP_load_tables("C");
    }
    return TRUE;
}
