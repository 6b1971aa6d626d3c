// The same in a DLL of the same build that imports winmm.dll as usual.
#include <windows.h>

static DWORD now_ok(void)
{
    return timeGetTime();
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    return reason != DLL_PROCESS_ATTACH || now_ok() != 0;
}
