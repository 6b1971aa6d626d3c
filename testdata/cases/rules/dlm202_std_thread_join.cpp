/* Joining on unload waits for a thread that waits for the loader lock. */
#include <thread>
#include <windows.h>

static std::thread *g_worker;

static void stop_bad()
{
    if (g_worker->joinable()) {
        g_worker->join();
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        stop_bad();
    }
    return TRUE;
}
