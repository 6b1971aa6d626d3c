// What only an exported function makes is made outside the lock; it has nothing to destroy.
#include <windows.h>

struct engine {
    engine()
    {
        open_ok();
    }
    void open_ok()
    {
        module = LoadLibraryA("engine.dll");
    }
    HMODULE module;
};

static engine &the_engine()
{
    static engine instance;
    return instance;
}

extern "C" __declspec(dllexport) HMODULE engine_module()
{
    return the_engine().module;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        GetTickCount();
    }
    return TRUE;
}
