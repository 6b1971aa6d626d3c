/* A console for messages. */
// options: --rules *
#include <windows.h>

static void work_bad(void)
{
    AllocConsole();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
