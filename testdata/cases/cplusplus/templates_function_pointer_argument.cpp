/* A function as argument of a template. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

static void load_bad()
{
    LoadLibraryA("hook");
}

static void wait_ok()
{
    LoadLibraryA("later");
}

static void nothing_ok()
{
}

template <void (*F)()> struct Hook {
    static void run()
    {
        F();
    }
    void later()
    {
        F();
    }
};

using Quiet = Hook<nothing_ok>;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Hook<&load_bad>::run();
        Quiet::run();
    }
    return TRUE;
}

void serve()
{
    Hook<wait_ok> hook;
    hook.later();
}
