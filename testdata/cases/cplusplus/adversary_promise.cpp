// A promise that nobody has fulfilled yet is waited for.
#include <future>
#include <windows.h>

static std::promise<int> g_promise;

static int wait_bad()
{
    std::future<int> result = g_promise.get_future();
    return result.get();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    return reason != DLL_PROCESS_ATTACH || wait_bad() == 1;
}
