// options: --bare-nolint
/* Asked to, a NOLINT without rules counts for all. */
#include <windows.h>

static void bare_ok(void)
{
    LoadLibraryA("a"); // NOLINT
    LoadLibraryA("b"); // NOLINT(*)
    // NOLINTNEXTLINE
    LoadLibraryA("c");
    // NOLINTBEGIN
    LoadLibraryA("d");
    // NOLINTEND
}

static void listed_bad(void)
{
    LoadLibraryA("e"); // NOLINT(bugprone-unused-return-value)
    LoadLibraryA("f"); // NOLINT()
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        bare_ok();
        listed_bad();
    }
    return TRUE;
}
