// References lead to the objects that they are bound to.
#include <windows.h>

struct Listener {
    void (*stop)();
};

static void stop_quiet_ok()
{
    OutputDebugStringA("stop");
}

static void stop_remote_ok()
{
    FreeLibrary(GetModuleHandleA("remote.dll"));
}

static Listener g_quiet{stop_quiet_ok};
static Listener g_remote{stop_remote_ok};

static void stop(const Listener &listener)
{
    listener.stop();
}

void stop_remote()
{
    g_remote.stop();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        stop(g_quiet);
    }
    return TRUE;
}
