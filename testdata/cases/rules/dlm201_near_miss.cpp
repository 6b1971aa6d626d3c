/* A std::thread without a function to run starts nothing. */
#include <thread>
#include <windows.h>

static std::thread *g_worker;

static void CreateThreadObject_ok()
{
    g_worker = new std::thread();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        CreateThreadObject_ok();
        std::thread::id nobody;
        return nobody == std::thread::id();
    }
    return TRUE;
}
