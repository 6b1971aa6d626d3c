// A timeout of 0 only looks, and a future of a promise that goes away waits for nobody.
#include <future>
#include <windows.h>

static bool look_ok(std::future<int> &result)
{
    return result.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        std::promise<int> promise;
        auto result = promise.get_future();
        if (look_ok(result)) {
            return FALSE;
        }
        promise.set_value(1);
    }
    return TRUE;
}
