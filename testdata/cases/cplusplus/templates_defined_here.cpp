/* A function of the module that bears the name of an API. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace shim
{
HMODULE LoadLibraryA(const char *);
}

HMODULE shim::LoadLibraryA(const char *name)
{
    return GetModuleHandleA(name);
}

static void load_ok()
{
    shim::LoadLibraryA("shim");
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_ok();
    }
    return TRUE;
}
