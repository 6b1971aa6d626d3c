// CMake's reply says that late.dll delays the load of winmm.dll.
#include <windows.h>

static DWORD now_bad(void)
{
    return timeGetTime();
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    return reason != DLL_PROCESS_ATTACH || now_bad() != 0;
}
