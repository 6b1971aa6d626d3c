// A std::packaged_task is a function object: called here it runs here, moved into a thread there.
#include <future>
#include <thread>
#include <windows.h>

static void load_bad() { LoadLibraryA("plugin.dll"); }
static void work_ok() { CoInitialize(nullptr); }

static void start_bad()
{
    std::packaged_task<void()> task(work_ok);
    std::thread(std::move(task)).detach();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::packaged_task<void()> task(load_bad);
        task();
        start_bad();
    }
    return TRUE;
}
