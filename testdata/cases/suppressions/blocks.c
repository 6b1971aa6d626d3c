// stderr: blocks.c:18: NOLINTEND(DLM102) ends nothing: no NOLINTBEGIN with these rules is open here
// stderr: blocks.c:30: NOLINTBEGIN(DLM101) is never ended: it suppresses nothing
/* Blocks end with the same list of rules; one that does not end suppresses nothing. */
#include <windows.h>

static void nested_ok(void)
{
    // NOLINTBEGIN(DLM101)
    // NOLINTBEGIN(DLM201)
    LoadLibraryA("a");
    // NOLINTEND(DLM101)
    // NOLINTEND(DLM201)
}

static void behind_bad(void)
{
    LoadLibraryA("b");
    // NOLINTEND(DLM102)
}

/* Blocks of other tools are theirs. NOLINTBEGIN(bugprone-x) */
static void twice_ok(void)
{
    // NOLINTBEGIN(DLM101) NOLINTBEGIN(DLM101)
    // NOLINTEND(DLM101)
    LoadLibraryA("c");
    // NOLINTEND(DLM101)
}

// NOLINTBEGIN(DLM101)
static void open_bad(void)
{
    LoadLibraryA("d");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        nested_ok();
        behind_bad();
        twice_ok();
        open_bad();
    }
    return TRUE;
}
