/* Keeps a printer open as long as it is loaded. */
#include <windows.h>
#include "printer.h"

static BOOL begin_bad(void)
{
    return printer_open_bad(L"Labels");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return begin_bad();
    }
    if (reason == DLL_PROCESS_DETACH) {
        printer_close_bad();
    }
    return TRUE;
}
