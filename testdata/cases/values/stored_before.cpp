// What was stored to a place is still there, wherever that is, until something is called.
#include <windows.h>

struct owner {
    HANDLE event;
    int state;
};

static void no_mutex_bad()
{
    LoadLibraryA("mutex.dll");
}

static void no_event_bad()
{
    LoadLibraryA("event.dll");
}

static void wrong_state_ok()
{
    LoadLibraryA("state.dll");
}

static void lost_bad()
{
    LoadLibraryA("lost.dll");
}

static void make(HANDLE &mutex, owner *o)
{
    mutex = CreateMutexW(nullptr, FALSE, nullptr);
    if (mutex == nullptr) {
        no_mutex_bad();
    }
    o->event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    if (o->event == nullptr) {
        no_event_bad();
    }
    o->state = 3;
    if (o->state != 3) {
        wrong_state_ok();
    }
    o->state = 4;
    Sleep(0);
    if (o->state != 4) {
        lost_bad();
    }
}

HANDLE g_mutex[2];

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        make(g_mutex[reason - 1], static_cast<owner *>(TlsGetValue(0)));
    }
    return TRUE;
}
