// options: --keep-going
/* What lies behind one guess is told once, at the nearest call; what can be reached otherwise is
   not affected. */
#include <windows.h>

#include "records_of_the_project.h"

static HANDLE g_done;

static void load_second_ok(void)
{
    LoadLibraryA("second.dll");
}

static void load_first_bad(void)
{
    LoadLibraryA("first.dll");
    load_second_ok();
}

static void unload_ok(void)
{
    FreeLibrary(GetModuleHandleA("first.dll"));
}

static void make_object_bad(void)
{
    load_first_bad();
    unload_ok();
}

/* Two calls behind the same condition: two things to look at. */
static void read_record_bad(struct record *record)
{
    if (record->flags & RECORD_CUSTOM) {
        make_object_bad();
        WaitForSingleObject(g_done, INFINITE);
        WaitForSingleObjectEx(g_done, INFINITE, FALSE);
    }
}

static void always_bad(void)
{
    LoadLibraryA("always.dll");
}

static void also_known_ok(void)
{
    if (g_records.used) {
        always_bad();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_record_bad(NULL);
        also_known_ok();
        always_bad();
    }
    return TRUE;
}
