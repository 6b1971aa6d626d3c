/* Known wrong: a flag of C11's <stdatomic.h>. Its functions are built into the compiler, and the front end gives them no name. */
#include <windows.h>
#include <stdatomic.h>

static atomic_int g_ready;

static DWORD WINAPI run(LPVOID unused)
{
    atomic_store(&g_ready, 1);
    return 0;
}

/* The loop never ends: the thread cannot start. */
static void FN_await_worker(void)
{
    while (atomic_load(&g_ready) == 0) {
        SwitchToThread();
    }
}

static void start_bad(void)
{
    HANDLE worker = CreateThread(NULL, 0, run, NULL, 0, NULL);
    if (worker != NULL) {
        CloseHandle(worker);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
        FN_await_worker();
    }
    return TRUE;
}
