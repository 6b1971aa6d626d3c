#include <windows.h>
#include <winspool.h>
#include "printer.h"

static HANDLE g_printer;

int printer_open_bad(wchar_t *name)
{
    return OpenPrinterW(name, &g_printer, NULL);
}

void printer_close_bad(void)
{
    ClosePrinter(g_printer);
}
