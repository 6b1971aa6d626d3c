/* A guard class that nobody makes under the lock, and a function that is named alike. */
#include <windows.h>
#include <objbase.h>

struct apartment_ok {
    apartment_ok()
    {
        CoInitialize(nullptr);
    }
};

static bool CoInitialized_ok()
{
    return GetCurrentThreadId() != 0;
}

extern "C" __declspec(dllexport) void run_ok()
{
    apartment_ok apartment;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return CoInitialized_ok();
}
