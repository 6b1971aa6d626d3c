// A default argument is not evaluated where the call gives one.
#include <windows.h>

static HMODULE load_default_ok()
{
    return LoadLibraryA("default.dll");
}

static HMODULE g_module;

static void set_module(HMODULE module = load_default_ok())
{
    g_module = module;
}

extern "C" __declspec(dllexport) void use_default()
{
    set_module();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_module(nullptr);
    }
    return TRUE;
}
