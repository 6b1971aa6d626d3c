/* A provider that asks WMI while the loader lock is held, by way of another unit. */
#include <windows.h>

void start_provider_bad();

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_provider_bad();
    }
    return TRUE;
}
