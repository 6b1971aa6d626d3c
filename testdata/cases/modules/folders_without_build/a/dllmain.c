/* Nobody says which sources make which DLL; there are two DllMains, one in each folder. */
#include <windows.h>

int init(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_PROCESS_ATTACH || init();
}
