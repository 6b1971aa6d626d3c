/* A thread may have made the static local that unload destroys. */
#include <windows.h>

struct worker {
    worker() : event(CreateEventA(nullptr, FALSE, FALSE, nullptr))
    {
    }

    ~worker()
    {
        stop_bad();
    }

    void stop_bad()
    {
        WaitForSingleObject(event, INFINITE);
    }

    HANDLE event;
};

static DWORD WINAPI run_worker(LPVOID)
{
    static worker of_thread;
    SetEvent(of_thread.event);
    return 0;
}

extern "C" __declspec(dllexport) void start_worker_ok()
{
    CloseHandle(CreateThread(nullptr, 0, run_worker, nullptr, 0, nullptr));
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
