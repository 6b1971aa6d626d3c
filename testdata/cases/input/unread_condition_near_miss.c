// options: --keep-going
/* The conditions are read; other code of these functions is not.  No guess: an error stays one. */
#include <windows.h>

#include "records_of_the_project.h"

static int g_wanted;

static void reads_bad(void)
{
    struct record record;
    record.used = g_wanted;
    if (g_wanted != 0) {
        LoadLibraryA("wanted.dll");
    }
}

/* The condition is known to be false. */
static void never_ok(int level)
{
    struct record record;
    record.used = g_wanted;
    if (level > 3) {
        LoadLibraryA("never.dll");
    }
}

/* One half was read, and it says no. */
static void half_bad(int level)
{
    if (level > 3 && g_records.used) {
        LoadLibraryA("half.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        reads_bad();
        never_ok(1);
        half_bad(5);
    }
    return TRUE;
}
