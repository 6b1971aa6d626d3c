/* A flag of C11's <stdatomic.h>, and one for the compiler's own functions, that a thread sets. */
#include <windows.h>
#include <stdatomic.h>

static atomic_int g_ready;
static atomic_bool g_stopped;
static int g_left;

static DWORD WINAPI run(LPVOID unused)
{
    atomic_store(&g_ready, 1);
    atomic_store_explicit(&g_stopped, 1, memory_order_release);
    __atomic_store_n(&g_left, 0, __ATOMIC_RELEASE);
    return 0;
}

/* The loop never ends: the thread cannot start. */
static void await_ready_bad(void)
{
    while (atomic_load(&g_ready) == 0) {
        SwitchToThread();
    }
}

static void await_stopped_bad(void)
{
    while (!atomic_load_explicit(&g_stopped, memory_order_acquire)) {
        YieldProcessor();
    }
}

static void await_none_bad(void)
{
    while (__atomic_load_n(&g_left, __ATOMIC_ACQUIRE) > 0) {
        YieldProcessor();
    }
}

static void start_bad(void)
{
    HANDLE worker;
    g_left = 1;
    worker = CreateThread(NULL, 0, run, NULL, 0, NULL);
    if (worker != NULL) {
        CloseHandle(worker);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_bad();
        await_ready_bad();
        await_stopped_bad();
        await_none_bad();
    }
    return TRUE;
}
