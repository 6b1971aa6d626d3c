// A deferred task that nobody asks for its result does not run.
#include <future>
#include <windows.h>

static int compute_ok()
{
    return LoadLibraryA("solver.dll") != nullptr;
}

static void plan()
{
    std::future<int> result = std::async(std::launch::deferred, compute_ok);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        plan();
    }
    return TRUE;
}
