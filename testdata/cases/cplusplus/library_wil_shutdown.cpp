/* wil's wrappers keep the destructor of a global from running at process exit, not at unload; they
 * do construct it at load. */
#include <windows.h>
#include "include/wil.h"

struct worker_bad {
    worker_bad()
    {
        thread = CreateThread(nullptr, 0, &worker_bad::run_ok, this, 0, nullptr);
    }
    ~worker_bad()
    {
        WaitForSingleObject(thread, INFINITE);
        CloseHandle(thread);
    }
    static DWORD WINAPI run_ok(LPVOID)
    {
        return 0;
    }
    HANDLE thread;
};

wil::object_without_destructor_on_shutdown<worker_bad> g_worker;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
