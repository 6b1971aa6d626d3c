/* Looks that end by themselves: once, a bounded number of times, or as long as there is something. */
#include <windows.h>

static HANDLE g_thread;

static DWORD WINAPI run_ok(void *nothing)
{
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    g_thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
}

static HANDLE g_queue;

__declspec(dllexport) void open_queue_ok(void)
{
    g_queue = CreateSemaphoreW(NULL, 0, 100, NULL);
}

static void look_once_ok(void)
{
    DWORD code;

    if (WaitForSingleObject(g_thread, 0) == WAIT_TIMEOUT) {
        GetExitCodeThread(g_thread, &code);
    }
}

static void look_ten_times_ok(void)
{
    for (int i = 0; i < 10; i++) {
        if (WaitForSingleObject(g_thread, 0) == WAIT_OBJECT_0) {
            break;
        }
    }
}

static void look_while_tries_last_ok(void)
{
    int tries = 20;

    while (WaitForSingleObject(g_thread, 0) == WAIT_TIMEOUT && tries > 0) {
        tries--;
    }
}

static void empty_queue_ok(void)
{
    while (WaitForSingleObject(g_queue, 0) == WAIT_OBJECT_0) {
        OutputDebugStringW(L"one less");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        look_once_ok();
        look_ten_times_ok();
        look_while_tries_last_ok();
        empty_queue_ok();
    }
    return TRUE;
}
