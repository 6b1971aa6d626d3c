/* An entry point that only the linker's /ENTRY knows. */
// options: --entry CoreEntry
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI CoreEntry(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad();
    }
    return TRUE;
}
