/* A class of our own with the methods of WMI's locator. */
#include <windows.h>

namespace test
{
struct IWbemLocator {
    HRESULT ConnectServer(const wchar_t *name);
    ULONG Release();
};
} // namespace test

static test::IWbemLocator g_locator;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return SUCCEEDED(g_locator.ConnectServer(L"root")) && g_locator.Release() == 0;
    }
    return TRUE;
}
