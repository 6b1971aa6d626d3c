/* A program in the same build may do at its start what a DLL may not. */
#include <windows.h>

int start_ok(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_PROCESS_ATTACH || start_ok();
}
