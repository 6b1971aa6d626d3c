/* Copies of thread handles, which come back through a parameter. */
#include <windows.h>

static HANDLE g_thread;
static HANDLE g_copy;
static HANDLE g_self;

static DWORD WINAPI run_ok(void *nothing)
{
    HANDLE process = GetCurrentProcess();

    DuplicateHandle(process, GetCurrentThread(), process, &g_self, 0, FALSE, DUPLICATE_SAME_ACCESS);
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    HANDLE process = GetCurrentProcess();

    g_thread = CreateThread(NULL, 0, run_ok, NULL, 0, NULL);
    DuplicateHandle(process, g_thread, process, &g_copy, SYNCHRONIZE, FALSE, 0);
}

static void wait_for_global_copy_bad(void)
{
    WaitForSingleObject(g_copy, INFINITE);
}

static void wait_for_local_copy_bad(void)
{
    HANDLE copy = NULL;

    if (DuplicateHandle(GetCurrentProcess(), g_thread, GetCurrentProcess(), &copy, 0, FALSE,
                        DUPLICATE_SAME_ACCESS)) {
        WaitForSingleObject(copy, INFINITE);
        CloseHandle(copy);
    }
}

static void wait_for_self_bad(void)
{
    WaitForSingleObject(g_self, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        wait_for_global_copy_bad();
        wait_for_local_copy_bad();
        wait_for_self_bad();
    }
    return TRUE;
}
