/* Only an exported function makes a factory. */
#include <windows.h>
#include <dxgi.h>

static IDXGIFactory *g_factory;

__declspec(dllexport) void mylib_work_ok(void)
{
    CreateDXGIFactory(&IID_IDXGIFactory, (void **)&g_factory);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
