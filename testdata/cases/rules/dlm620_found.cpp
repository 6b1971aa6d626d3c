/* A lock of the Concurrency Runtime is made when the DLL is loaded. */
#include <windows.h>

/* not in mingw-w64 */
namespace Concurrency
{
struct critical_section {
    critical_section();
};
} // namespace Concurrency

static void work_bad()
{
    static Concurrency::critical_section lock;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
