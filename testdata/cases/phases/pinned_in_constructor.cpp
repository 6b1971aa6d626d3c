/* A global object pins the module before DllMain runs; no root of it has an unload then. */
#include <windows.h>

struct Keeper {
    Keeper()
    {
        HMODULE self;
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           reinterpret_cast<LPCWSTR>(&GetKeeper), &self);
    }
    static Keeper *GetKeeper();
    ~Keeper() { close_bad(); }
    static void close_bad() { FreeLibrary(GetModuleHandleA("codec.dll")); }
};

static Keeper g_keeper;

Keeper *Keeper::GetKeeper()
{
    return &g_keeper;
}
