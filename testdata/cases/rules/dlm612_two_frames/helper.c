#include <windows.h>
#include <dxgi.h>

static IDXGIFactory *g_factory;

void helper_work_bad(void)
{
    CreateDXGIFactory(&IID_IDXGIFactory, (void **)&g_factory);
}
