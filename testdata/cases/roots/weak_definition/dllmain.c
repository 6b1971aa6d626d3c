/* A weak definition gives way to the one of another unit, which loads a library. */
#include <windows.h>

void init(void);

__attribute__((weak)) void init(void)
{
    SetLastError(ERROR_SUCCESS);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        init();
    }
    return TRUE;
}
