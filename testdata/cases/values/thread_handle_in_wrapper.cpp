/* A class that keeps the handle of a thread and waits for it in the end. */
#include <process.h>
#include <windows.h>

static unsigned __stdcall run_ok(void *)
{
    return 0;
}

class joiner_bad {
    HANDLE handle_ = nullptr;

public:
    ~joiner_bad()
    {
        if (handle_ != nullptr) {
            WaitForSingleObject(handle_, INFINITE);
            CloseHandle(handle_);
        }
    }

    void reset(HANDLE handle)
    {
        handle_ = handle;
    }
};

static joiner_bad g_worker;

extern "C" __declspec(dllexport) void start_ok()
{
    g_worker.reset(reinterpret_cast<HANDLE>(_beginthreadex(nullptr, 0, run_ok, nullptr, 0, nullptr)));
}

BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
