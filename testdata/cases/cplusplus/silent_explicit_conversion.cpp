// An explicit conversion that nobody asks for does not run.
#include <windows.h>

struct library {
    const char *name;
    explicit operator HMODULE() const
    {
        return load_ok();
    }
    HMODULE load_ok() const
    {
        return LoadLibraryA(name);
    }
    explicit operator bool() const
    {
        return name != nullptr;
    }
};

static int g_known;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        library lib{"codec.dll"};
        g_known = lib ? 1 : 0;
    }
    return TRUE;
}
