// A lambda that nobody calls does nothing.
#include <windows.h>

extern "C" __declspec(dllexport) void later(int);
static int g_jobs;

static int describe_ok()
{
    auto open = [] { LoadLibraryA("codec.dll"); };
    return static_cast<int>(sizeof open);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_jobs = describe_ok();
    }
    return TRUE;
}
