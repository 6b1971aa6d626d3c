// Known wrong: the object is always made with `false`, so nobody is waited for.
#include <windows.h>

struct server {
    HANDLE thread;
    const bool join_workers;
    explicit server(bool join) : thread(OpenThread(SYNCHRONIZE, FALSE, 1)), join_workers(join) {}
};

// What a reference that is a field is bound to has no value, nor do fields of heap objects.
static void FP_join(const server &owner)
{
    WaitForSingleObject(owner.thread, INFINITE);
}

struct worker {
    server &owner;
    explicit worker(server &s) : owner(s) {}
    void stop()
    {
        if (owner.join_workers) {
            FP_join(owner);
        }
    }
};

static worker *g_worker;

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_worker = new worker(*new server(false));
    }
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        g_worker->stop();
    }
    return TRUE;
}
