/* DXGI refuses a factory in DllMain. */
#include <windows.h>
#include <dxgi.h>

static IDXGIFactory *g_factory;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        CreateDXGIFactory(&IID_IDXGIFactory, (void **)&g_factory);
    }
    return TRUE;
}
