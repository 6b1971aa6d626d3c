/* Only asks whether there is a command interpreter. */
#include <stdlib.h>
#include <windows.h>

static void work_ok(void)
{
    system(NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
