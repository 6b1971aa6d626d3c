// A proxy that links the DLL it looks newer functions up in: that is loaded before it.
#include <windows.h>
#include <d3d9.h>
#include <d3d11.h>
#include <dsound.h>

typedef decltype(&D3D11CreateDevice) create_device;

namespace real {
HRESULT WINAPI DirectSoundCreate8(LPCGUID, void **, void *);
}

struct library {
    HMODULE handle;
    explicit library(const char *name) : handle(LoadLibraryA(name)) {}
    ~library() { FreeLibrary(handle); }
};

static create_device g_create;

// Linked: main() below calls it by name.
static void look_up_bad()
{
    library d3d9("d3d9.dll");
    g_create = reinterpret_cast<create_device>(GetProcAddress(d3d9.handle, "Direct3DCreate9On12"));
}

// Only a type says something of its functions.
static void use_bad()
{
    LoadLibraryW(L"d3d11.dll");
}

// A function of another namespace is not the DLL's.
static void hear_bad()
{
    LoadLibraryW(L"dsound");
}

extern "C" __declspec(dllexport) void *make()
{
    void *sound = nullptr;
    real::DirectSoundCreate8(nullptr, &sound, nullptr);
    return sound != nullptr ? sound : Direct3DCreate9(D3D_SDK_VERSION);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        look_up_bad();
        use_bad();
        hear_bad();
    }
    return TRUE;
}
