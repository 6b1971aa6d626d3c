// What the right side of && or ?: makes is destroyed only if that side is evaluated.
#include <windows.h>

struct ticket_ok {
    HMODULE module = nullptr;
    bool valid() const { return module != nullptr; }
    ~ticket_ok() { FreeLibrary(module); }
};

struct pass_bad {
    HMODULE module = nullptr;
    bool valid() const { return module != nullptr; }
    ~pass_bad() { FreeLibrary(module); }
};

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        bool late = reason == DLL_PROCESS_DETACH && ticket_ok().valid();
        bool never = reason == DLL_THREAD_ATTACH ? ticket_ok().valid() : pass_bad().valid();
        OutputDebugStringA(never ? "late" : "early");
    }
    return TRUE;
}
