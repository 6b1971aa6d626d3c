/* The same with an event is a wait, but not for a thread; a wrapper that only closes is fine. */
#include <windows.h>

class event_bad {
    HANDLE handle_ = CreateEventW(nullptr, TRUE, FALSE, nullptr);

public:
    ~event_bad()
    {
        WaitForSingleObject(handle_, INFINITE);
        CloseHandle(handle_);
    }
};

class closer_ok {
    HANDLE handle_ = nullptr;

public:
    ~closer_ok()
    {
        if (handle_ != nullptr) {
            CloseHandle(handle_);
        }
    }
};

static event_bad g_done;
static closer_ok g_file;

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
