// Through two functions and in another unit: the rules that are not shown so anywhere else.
// options: --rules *,-DLM013,-DLM017,-DLM104
#include <windows.h>

void start_bad(void);
void stop_bad(void);

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH)
        start_bad();
    if (reason == DLL_PROCESS_DETACH)
        stop_bad();
    return TRUE;
}
