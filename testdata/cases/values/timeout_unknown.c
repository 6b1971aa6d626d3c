/* A timeout that nobody knows may be INFINITE. */
#include <windows.h>

static void settle_bad(void)
{
    WaitForSingleObject(OpenEventA(SYNCHRONIZE, FALSE, "done"), GetTickCount());
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        settle_bad();
    }
    return TRUE;
}
