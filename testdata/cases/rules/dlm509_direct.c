/* Looks for printers when it is loaded. */
#include <windows.h>
#include <winspool.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    DWORD needed, count;

    if (reason == DLL_PROCESS_ATTACH) {
        EnumPrinters(PRINTER_ENUM_LOCAL, NULL, 2, NULL, 0, &needed, &count);
    }
    return TRUE;
}
