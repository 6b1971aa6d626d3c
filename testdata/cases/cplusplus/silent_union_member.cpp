// A member of a union is not destroyed with it.
#include <windows.h>

struct handle {
    ~handle()
    {
        close_ok();
    }
    void close_ok()
    {
        FreeLibrary(module);
    }
    HMODULE module;
};

union slot {
    slot() : number(0)
    {
    }
    ~slot()
    {
    }
    int number;
    handle object;
};

static slot g_slot;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_slot.number = 1;
    }
    return TRUE;
}
