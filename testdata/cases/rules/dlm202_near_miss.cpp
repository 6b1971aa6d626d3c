/* A class of our own with a method join, and std::thread::detach. */
#include <thread>
#include <windows.h>

static std::thread *g_worker;

struct thread {
    int join();
};

static void stop_ok(thread &own)
{
    own.join();
    g_worker->detach();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    thread own;

    if (reason == DLL_PROCESS_DETACH) {
        stop_ok(own);
    }
    return TRUE;
}
