/* Threads of another process need nothing of our loader lock: waits, but not for our threads. */
#include <windows.h>

static HANDLE g_target;

static void wait_for_process_bad(void)
{
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION made;
    WCHAR line[] = L"helper.exe";

    if (CreateProcessW(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &made)) {
        WaitForSingleObject(made.hThread, INFINITE);
        WaitForSingleObject(made.hProcess, INFINITE);
    }
}

static void wait_for_injected_bad(void *code)
{
    HANDLE thread = CreateRemoteThread(g_target, NULL, 0, (LPTHREAD_START_ROUTINE)code, NULL, 0, NULL);

    WaitForSingleObject(thread, INFINITE);
}

static void wait_for_own_bad(void *code)
{
    HANDLE thread =
        CreateRemoteThread(GetCurrentProcess(), NULL, 0, (LPTHREAD_START_ROUTINE)code, NULL, 0, NULL);

    WaitForSingleObject(thread, INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        wait_for_process_bad();
        wait_for_injected_bad(reserved);
        wait_for_own_bad(reserved);
    }
    return TRUE;
}
