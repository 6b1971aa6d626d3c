// An object without a name is destroyed at the end of the full expression.
#include <windows.h>

struct codec_bad {
    HMODULE module = nullptr;
    bool valid() const { return module != nullptr; }
    ~codec_bad() { FreeLibrary(module); }
};

struct library {
    explicit library(const char *name) : module(GetModuleHandleA(name)) {}
    HMODULE module;
    ~library() { FreeLibrary(module); }
};

static void look_ok(const library &library)
{
    OutputDebugStringA(library.module != nullptr ? "there" : "not there");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        look_ok(library("ui.dll"));
        if (codec_bad().valid()) {
            OutputDebugStringA("codec");
        }
    }
    return TRUE;
}
