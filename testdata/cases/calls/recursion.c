/* A function that calls itself; the shortest path does not go round. */
#include <windows.h>

static void load_chain_bad(const char *const *names)
{
    if (names[1] != NULL) {
        load_chain_bad(names + 1);
    }
    LoadLibraryA(names[0]);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    static const char *const names[] = {"a.dll", "b.dll", NULL};

    if (reason == DLL_PROCESS_ATTACH) {
        load_chain_bad(names);
    }
    return TRUE;
}
