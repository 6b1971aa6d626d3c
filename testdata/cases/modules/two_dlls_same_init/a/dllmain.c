/* Two DLLs, both with a function named init: a's loads a library, b's does not. */
#include <windows.h>

int init(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_PROCESS_ATTACH || init();
}
