/* Every function of the pack gfx.dxgi, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <dxgi1_3.h>

static void errors_bad(void)
{
    CreateDXGIFactory(NULL, NULL);
    CreateDXGIFactory1(NULL, NULL);
    CreateDXGIFactory2(0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
    }
    return TRUE;
}
