/* An address is taken apart at load, which needs no session; the handles are left at detach. */
#include <windows.h>
#include <winhttp.h>

static HINTERNET g_session;

__declspec(dllexport) void mylib_close_ok(void)
{
    WinHttpCloseHandle(g_session);
}

static BOOL read_address_ok(const wchar_t *address)
{
    URL_COMPONENTS parts = {sizeof parts};
    return WinHttpCrackUrl(address, 0, 0, &parts);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return read_address_ok(L"https://updates.invalid/mylib");
    }
    return TRUE;
}
