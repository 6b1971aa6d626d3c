/* The lock is made where an export uses it first. */
#include <windows.h>

/* not in mingw-w64 */
namespace Concurrency
{
struct critical_section {
    critical_section();
};
} // namespace Concurrency

static LONG g_users;

__declspec(dllexport) void *mylib_lock()
{
    static Concurrency::critical_section lock;
    return &lock;
}

static void work_ok()
{
    InterlockedIncrement(&g_users);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
