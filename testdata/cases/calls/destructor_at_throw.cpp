/* What is thrown unwinds the block: its locals are destroyed before the handler runs. */
#include <windows.h>

struct loaded_bad {
    HMODULE module = nullptr;
    ~loaded_bad() { FreeLibrary(module); }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason != DLL_PROCESS_DETACH) {
        return TRUE;
    }
    try {
        loaded_bad helper;
        throw 1;
    } catch (...) {
    }
    return TRUE;
}
