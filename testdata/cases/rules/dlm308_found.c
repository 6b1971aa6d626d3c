/* Gives other threads time to finish. */
#include <windows.h>

static void work_bad(void)
{
    Sleep(500);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        work_bad();
    }
    return TRUE;
}
