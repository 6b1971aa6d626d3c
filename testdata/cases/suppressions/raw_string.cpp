// Raw strings hold what looks like comments, and quotation marks; apostrophes divide digits.
#include <windows.h>

static const char *text = R"x(
" // NOLINTBEGIN(DLM101)
)x";

static void raw_bad()
{
    LoadLibraryA(text);
    LoadLibraryA(R"(// NOLINT(DLM101))");
}

static void digits_ok()
{
    Sleep(1'000 - 1'000); LoadLibraryA("a"); // NOLINT(DLM101)
}

static void digits_bad()
{
    Sleep(1'000 - 1'000); LoadLibraryA("NOLINT(DLM101)");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        raw_bad();
        digits_ok();
        digits_bad();
    }
    return TRUE;
}
