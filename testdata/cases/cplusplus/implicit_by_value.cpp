// A parameter that is passed by value is destroyed after the call; a reference is not.
#include <windows.h>

struct copy_bad {
    HMODULE module = nullptr;
    ~copy_bad() { FreeLibrary(module); }
};

struct original_ok {
    HMODULE module = nullptr;
    ~original_ok() { FreeLibrary(module); }
};

static original_ok *g_original;

static void take_ok(copy_bad) {}

static void look_ok(const original_ok &) {}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        take_ok(copy_bad());
        g_original = new original_ok();
        look_ok(*g_original);
    }
    return TRUE;
}
