// A default member initialiser is not run where the constructor has its own.
#include <windows.h>

static HMODULE load_ok()
{
    return LoadLibraryA("renderer.dll");
}

struct renderer {
    renderer() = default;
    explicit renderer(HMODULE module) : module_(module)
    {
    }
    HMODULE module_ = load_ok();
};

extern "C" __declspec(dllexport) HMODULE make_renderer()
{
    return renderer().module_;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        renderer r(nullptr);
    }
    return TRUE;
}
