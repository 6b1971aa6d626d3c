// The contract of the entry point, broken through two functions and in another unit.
#include <windows.h>

BOOL start_bad(HINSTANCE self);
void thread_start();
void stop_bad();

extern "C" BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        if (!start_bad(self))
            return FALSE;
        break;
    case DLL_THREAD_ATTACH:
        thread_start();
        break;
    case DLL_PROCESS_DETACH:
        stop_bad();
        break;
    }
    return TRUE;
}
