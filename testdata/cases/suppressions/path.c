/* A suppression cuts the path at its step; a longer one that has none keeps the finding, and is then
 * the path that is shown. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("a");
}

static void longer_bad(void)
{
    load_bad();
}

static void load_ok(void)
{
    LoadLibraryA("b");
}

static void longer_ok(void)
{
    load_ok();
}

static void sometimes_bad(void)
{
    LoadLibraryA("c");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad(); // NOLINT(DLM101)
        longer_bad();
        load_ok();   // NOLINT(DLM101)
        longer_ok(); // NOLINT(DLM101)
        sometimes_bad(); // dllmain-lint: allow DLM101 -- at attach the host is single-threaded
    } else if (reason == DLL_PROCESS_DETACH) {
        sometimes_bad();
    }
    return TRUE;
}
