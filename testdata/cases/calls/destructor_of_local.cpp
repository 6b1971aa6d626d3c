/* The destructor of a local runs at the end of its block, also on an early return. */
#include <windows.h>

struct module_guard_bad {
    explicit module_guard_bad(const char *name) : module(LoadLibraryA(name))
    {
    }

    ~module_guard_bad()
    {
        FreeLibrary(module);
    }

    HMODULE module;
};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_ATTACH) {
        module_guard_bad guard("helper.dll");
        return guard.module != nullptr;
    }
    return TRUE;
}
