/* In a macro: where it is used, or at its text, whose lines may be continued. */
#include <windows.h>

#define LOAD_JUDGED(name)                                                                          \
    do {                                                                                           \
        LoadLibraryA(name); /* NOLINT(DLM101) */                                                   \
    } while (0)

#define LOAD_ABOVE(name) \
    /* dllmain-lint: allow DLM101 -- judged */ \
    LoadLibraryA(name)

#define LOAD(name) LoadLibraryA(name)

static void text_ok(void)
{
    LOAD_JUDGED("a");
    LOAD_ABOVE("b");
}

static void use_ok(void)
{
    LOAD("c"); // NOLINT(DLM101)
}

static void use_bad(void)
{
    LOAD("d");
}

// The backslash continues this comment: NOLINTNEXTLINE(DLM101) \
   and the line of code is not the next one
static void continued_bad(void)
{
    // a comment \
    that ends here NOLINT(DLM101)
    LoadLibraryA("e");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        text_ok();
        use_ok();
        use_bad();
        continued_bad();
    }
    return TRUE;
}
