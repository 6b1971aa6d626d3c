/* No last words: work that ends with ExitProcess, work that goes on for ever but for a failure, and what
   is done on every way. */
#include <windows.h>
#include <stdlib.h>

/* A process of its own, not the end of one. */
static void run_child_bad(void)
{
    LoadLibraryA("child.dll");
    ExitProcess(0);
}

static void serve_bad(void)
{
    for (;;) {
        LoadLibraryA("plugin.dll");
        if (GetTickCount() == 0) {
            abort();
        }
    }
}

static void always_bad(void)
{
    LoadLibraryA("always.dll");
    abort();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        if (GetTickCount() > 5) {
            run_child_bad();
        }
        if (GetTickCount() > 6) {
            serve_bad();
        }
    } else if (reason == DLL_PROCESS_DETACH) {
        always_bad();
    }
    return TRUE;
}
