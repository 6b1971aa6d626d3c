#include <windows.h>

int init(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        return init();
    }
    return TRUE;
}
