/* The printer is opened by an export; at load only its name is read. */
#include <windows.h>
#include <winspool.h>

static WCHAR g_name[64];

__declspec(dllexport) BOOL mylib_print_ok(void)
{
    HANDLE printer;
    return OpenPrinterW(g_name, &printer, NULL) && ClosePrinter(printer);
}

static void read_name_ok(void)
{
    GetPrivateProfileStringW(L"printer", L"name", L"", g_name, 64, L".\\mylib.ini");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_name_ok();
    }
    return TRUE;
}
