/* An older name for the same function; then a function of our own. */
#include <windows.h>

typedef void(WINAPI *stopper)(HANDLE);

static stopper g_stop;
static HANDLE g_thread;

static void WINAPI stop_self_bad(HANDLE thread)
{
    WaitForSingleObject(thread, INFINITE);
}

__declspec(dllexport) void watch_thread_ok(HANDLE thread)
{
    g_thread = thread;
}

__declspec(dllexport) void watch_open_ok(void)
{
    HMODULE dll = LoadLibraryA("watch.dll");

    g_stop = (stopper)GetProcAddress(dll, "watch_stop_ex");
    if (!g_stop) {
        g_stop = (stopper)GetProcAddress(dll, "watch_stop");
    }
    if (!g_stop) {
        g_stop = stop_self_bad;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && !reserved) {
        g_stop(g_thread);
    }
    return TRUE;
}
