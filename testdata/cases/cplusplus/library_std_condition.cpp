/* Waiting for another thread on a condition, with and without an end; and locks alone, which wait
 * for nobody that needs the loader lock. */
#include <windows.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>

static std::mutex g_mutex;
static std::recursive_mutex g_recursive;
static std::shared_mutex g_shared;
static std::timed_mutex g_timed;
static std::condition_variable g_ready;
static bool g_done;

static void wait_bad()
{
    std::unique_lock<std::mutex> lock(g_mutex);
    g_ready.wait(lock, [] { return g_done; });
}

static void wait_for_bad()
{
    std::unique_lock<std::mutex> lock(g_mutex, std::defer_lock);
    lock.lock();
    g_ready.wait_for(lock, std::chrono::seconds(1));
}

static void locks_ok()
{
    std::lock_guard<std::recursive_mutex> outer(g_recursive);
    std::scoped_lock both(g_mutex, g_timed);
    std::shared_lock<std::shared_mutex> reader(g_shared, std::try_to_lock);
    g_done = true;
    g_ready.notify_all();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        locks_ok();
        wait_bad();
        wait_for_bad();
    }
    return TRUE;
}
