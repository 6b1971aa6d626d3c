/* A wait for an event holds nothing afterwards. */
#include <windows.h>

static HANDLE g_ready;

__declspec(dllexport) void load(const char *name)
{
    WaitForSingleObject(g_ready, INFINITE);
    LoadLibraryA(name);
    SetEvent(g_ready);
}

static void count_bad(void)
{
    WaitForSingleObject(g_ready, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_ready = CreateEventA(NULL, FALSE, TRUE, NULL);
    } else if (reason == DLL_THREAD_ATTACH) {
        count_bad();
    }
    return TRUE;
}
