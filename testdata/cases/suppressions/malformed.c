// stderr: malformed.c:12: there is no rule 'DLM1O1', did you mean 'DLM101'?
// stderr: malformed.c:13: there is no rule 'LoadLibraryUnderLoadersLock', did you mean 'LoadLibraryUnderLoaderLock'?
// stderr: malformed.c:14: the list of rules has no ')': it suppresses nothing
// stderr: malformed.c:15: 'dllmain-lint:' expects 'allow RULE -- why', found 'alow DLM101'
// stderr: malformed.c:16: 'dllmain-lint: allow' names no rule
// stderr: malformed.c:17: there is no rule 'because'; --list-rules lists them
/* What is meant for us and is no suppression is told, and suppresses nothing. */
#include <windows.h>

static void slips_bad(void)
{
    LoadLibraryA("a"); // NOLINT(DLM1O1)
    LoadLibraryA("b"); // NOLINT(LoadLibraryUnderLoadersLock)
    LoadLibraryA("c"); // NOLINT(DLM101
    LoadLibraryA("d"); // dllmain-lint: alow DLM101
    LoadLibraryA("e"); // dllmain-lint: allow -- why
    LoadLibraryA("f"); // dllmain-lint: allow because I say so
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        slips_bad();
    }
    return TRUE;
}
