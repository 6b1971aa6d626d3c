/* `dllmain-lint: allow RULE -- why` is for its line; alone on a line, for the next line of code. */
#include <windows.h>

static void beside_ok(void)
{
    LoadLibraryA("a"); // dllmain-lint: allow DLM101 -- loaded by the host, measured
    LoadLibraryA("b"); /* dllmain-lint: allow DLM1*, DLM205 -- two of them */
}

static void above_ok(void)
{
    // dllmain-lint: allow DLM101 -- a reason that is
    // too long for one line

    LoadLibraryA("c");
    /*
     * dllmain-lint: allow LoadLibraryUnderLoaderLock
     */
#ifdef UNICODE
#else
    LoadLibraryA("d");
#endif
}

static void below_bad(void)
{
    // dllmain-lint: allow DLM101 -- the first line of code only
    Sleep(0);
    LoadLibraryA("e");
    LoadLibraryA("f");
    // dllmain-lint: allow DLM101 -- too late
}

static void prose_bad(void)
{
    LoadLibraryA("g"); // as in dllmain-lint: allow DLM101
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        beside_ok();
        above_ok();
        below_bad();
        prose_bad();
    }
    return TRUE;
}
