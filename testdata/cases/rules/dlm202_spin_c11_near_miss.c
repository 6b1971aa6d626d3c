/* Loops on C11's atomics that wait for nobody: a lock that is taken with an exchange or a
   comparison, a value that the thread never stores, one that this thread stores itself. */
#include <windows.h>
#include <stdatomic.h>

static atomic_flag g_lock = ATOMIC_FLAG_INIT;
static atomic_int g_owner;
static atomic_int g_state;
static atomic_int g_mine;

static void lock_ok(void)
{
    while (atomic_flag_test_and_set(&g_lock)) {
        SwitchToThread();
    }
}

static void own_ok(void)
{
    int nobody = 0;
    while (!atomic_compare_exchange_weak(&g_owner, &nobody, 1)) {
        nobody = 0;
    }
}

static DWORD WINAPI run(LPVOID unused)
{
    lock_ok();
    own_ok();
    atomic_store(&g_state, 0);
    atomic_store(&g_owner, 0);
    atomic_flag_clear(&g_lock);
    return 0;
}

/* The thread only stores 0; who stores 2 is on this side. */
static void await_state_ok(void)
{
    while (atomic_load(&g_state) == 0) {
        SwitchToThread();
    }
}

static void count_ok(void)
{
    while (atomic_load(&g_mine) < 3) {
        atomic_fetch_add(&g_mine, 1);
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
        lock_ok();
        own_ok();
        atomic_store(&g_state, 2);
        await_state_ok();
        count_ok();
    }
    return TRUE;
}
