// Known wrong: the lambda has switched the guard off before it is destroyed.
#include <windows.h>

// What a lambda changes in what it captured is not known afterwards.
static void FP_undo()
{
    LoadLibraryA("undo.dll");
}

struct guard {
    bool armed = true;
    ~guard()
    {
        if (armed) {
            FP_undo();
        }
    }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        guard g;
        auto commit = [&] { g.armed = false; };
        commit();
    }
    return TRUE;
}
