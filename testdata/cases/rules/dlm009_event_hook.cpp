/* A global sets a hook for events and, in its destructor, ends it: the page wants one thread. */
#include <windows.h>

static void CALLBACK on_focus_ok(HWINEVENTHOOK, DWORD, HWND, LONG, LONG, DWORD, DWORD)
{
}

class focus_watch {
public:
    focus_watch() : hook(SetWinEventHook(EVENT_OBJECT_FOCUS, EVENT_OBJECT_FOCUS, nullptr, on_focus_ok,
                                         0, 0, WINEVENT_OUTOFCONTEXT))
    {
    }
    ~focus_watch() { stop_bad(); }

private:
    void stop_bad()
    {
        if (hook != nullptr) {
            UnhookWinEvent(hook);
        }
    }
    HWINEVENTHOOK hook;
};

static focus_watch g_watch;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
