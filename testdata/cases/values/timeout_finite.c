/* A finite timeout blocks the process for that long: a warning. */
#include <windows.h>

static void settle_bad(void)
{
    DWORD seconds = 5;
    WaitForSingleObject(OpenEventA(SYNCHRONIZE, FALSE, "done"), seconds * 1000);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        settle_bad();
    }
    return TRUE;
}
