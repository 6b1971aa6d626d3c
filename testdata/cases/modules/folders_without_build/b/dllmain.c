#include <windows.h>

int init(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_THREAD_ATTACH || init();
}
