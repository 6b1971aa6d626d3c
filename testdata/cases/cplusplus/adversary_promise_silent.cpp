// A future whose promise has its value, or whose task has run in this thread, is ready.
#include <future>
#include <windows.h>

static int promised_ok()
{
    std::promise<int> promise;
    promise.set_value(4);
    return promise.get_future().get();
}

static int stored_ok()
{
    std::promise<int> promise;
    auto result = promise.get_future();
    promise.set_value(4);
    return result.get();
}

static int run_ok()
{
    std::packaged_task<int()> task([] { return 4; });
    auto result = task.get_future();
    task();
    return result.get();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    return reason != DLL_PROCESS_ATTACH || promised_ok() + stored_ok() + run_ok() == 12;
}
