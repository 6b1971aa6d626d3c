#include <windows.h>

void load_helpers(void);

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_helpers();
    }
    return TRUE;
}
