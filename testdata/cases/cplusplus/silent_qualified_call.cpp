// A call with the name of a class is not virtual.
#include <objbase.h>
#include <windows.h>

struct window {
    virtual ~window() = default;
    virtual void close()
    {
    }
};

struct dialog : window {
    void close() override
    {
        close_ok();
    }
    static void close_ok()
    {
        CoUninitialize();
    }
};

static void reset_ok(dialog &d)
{
    d.window::close();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        static dialog d;
        reset_ok(d);
    }
    return TRUE;
}
