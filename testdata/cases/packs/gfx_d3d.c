/* Every function of the pack gfx.d3d, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <d3d9.h>
#include <d3d10_1.h>
#include <d3d11.h>
#include <d3d12.h>
#include <d3d11on12.h>
#include <d3dcompiler.h>
#include <ddraw.h>
#include <d2d1.h>
#include <dwrite.h>

static void errors_bad(void)
{
    D3D10CreateDevice(NULL, 0, NULL, 0, 0, NULL);
    D3D10CreateDevice1(NULL, 0, NULL, 0, 0, 0, NULL);
    D3D10CreateDeviceAndSwapChain(NULL, 0, NULL, 0, 0, NULL, NULL, NULL);
    D3D10CreateDeviceAndSwapChain1(NULL, 0, NULL, 0, 0, 0, NULL, NULL, NULL);
    D3D11CreateDevice(NULL, 0, NULL, 0, NULL, 0, 0, NULL, NULL, NULL);
    D3D11CreateDeviceAndSwapChain(NULL, 0, NULL, 0, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL);
    D3D11On12CreateDevice(NULL, 0, NULL, 0, NULL, 0, 0, NULL, NULL, NULL);
    D3D12CreateDevice(NULL, 0, NULL, NULL);
    Direct3DCreate9(0);
    Direct3DCreate9Ex(0, NULL);
    DirectDrawCreate(NULL, NULL, NULL);
    DirectDrawCreateEx(NULL, NULL, NULL, NULL);
}

static void warnings_bad(void)
{
    D2D1CreateFactory(0, NULL, NULL, NULL);
    D3DCompile(NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, 0, NULL, NULL);
    DWriteCreateFactory(0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
        warnings_bad();
    }
    return TRUE;
}
