// Conversions call: an operator, a converting constructor, a default argument.
#include <windows.h>

class state_bad {
public:
    explicit operator bool() const { return LoadLibraryA("state.dll") != nullptr; }
};

class name_bad {
public:
    name_bad(const char *text) : module_(LoadLibraryA(text)) {}

private:
    HMODULE module_;
};

static int mode_bad()
{
    return LoadLibraryA("mode.dll") != nullptr;
}

static void open_ok(const name_bad &, int mode = mode_bad())
{
    OutputDebugStringA(mode != 0 ? "a" : "b");
}

class quiet_ok {
public:
    operator bool() const { return false; }
};

static int other_ok()
{
    return LoadLibraryA("other.dll") != nullptr;
}

static void set_ok(int mode = other_ok())
{
    OutputDebugStringA(mode != 0 ? "a" : "b");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        state_bad state;
        if (state) {
            OutputDebugStringA("on");
        }
        open_ok("codec.dll");
        quiet_ok quiet;
        if (quiet) {
            LoadLibraryA("never.dll");
        }
        set_ok(1);
    }
    return TRUE;
}
