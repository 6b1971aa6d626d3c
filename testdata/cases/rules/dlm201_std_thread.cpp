/* std::thread's constructor starts a thread. */
#include <thread>
#include <windows.h>

static std::thread *g_worker;

static void work_ok()
{
    LoadLibraryA("helper.dll");
}

static void start_bad()
{
    g_worker = new std::thread(work_ok);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
    }
    return TRUE;
}
