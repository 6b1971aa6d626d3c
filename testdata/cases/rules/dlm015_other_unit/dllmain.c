/* Two frames away, in another unit; the name of a variant that has a macro. */
// options: --rules DLM015
#include <windows.h>

void component_bad(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        component_bad();
    }
    return TRUE;
}
