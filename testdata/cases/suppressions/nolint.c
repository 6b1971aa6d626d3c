/* NOLINT and its kin name a rule by id, by name or by a glob, in comments of both kinds. */
#include <windows.h>

static void line_ok(void)
{
    LoadLibraryA("a"); // NOLINT(DLM101): the host has loaded it before
    LoadLibraryA("b"); /* NOLINT(LoadLibraryUnderLoaderLock) */
    LoadLibraryA("c"); // NOLINT(bugprone-unused-return-value, DLM1*)
}

static void next_line_ok(void)
{
    // NOLINTNEXTLINE(DLM101)
    LoadLibraryA("d");
    /* NOLINTNEXTLINE(DLM101) of a comment
     * that goes on counts from where it stands */ LoadLibraryA("e");
}

// NOLINTBEGIN(DLM101)
static void block_ok(void)
{
    LoadLibraryA("f");
}
// NOLINTEND(DLM101)

static void other_rule_bad(void)
{
    LoadLibraryA("g"); // NOLINT(DLM102)
    LoadLibraryA("h"); // NOLINT(bugprone-*)
}

static void bare_bad(void)
{
    LoadLibraryA("i"); // NOLINT
    LoadLibraryA("j"); // NOLINT(*)
    LoadLibraryA("k"); // XNOLINT(DLM101) NOLINTS(DLM101)
}

static void far_bad(void)
{
    // NOLINTNEXTLINE(DLM101)

    LoadLibraryA("l");
    // NOLINT(DLM101)
    LoadLibraryA("m");
}

static void no_comment_bad(void)
{
    LoadLibraryA("// NOLINT(DLM101)");
    LoadLibraryA("\" // NOLINT(DLM101)");
    char quote = '"'; LoadLibraryA("n"); // NOLINT (DLM101)
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        line_ok();
        next_line_ok();
        block_ok();
        other_rule_bad();
        bare_bad();
        far_bad();
        no_comment_bad();
    }
    return TRUE;
}
