#include <windows.h>

#include <objbase.h>
#include <oleauto.h>
#include <stdlib.h>

static HANDLE g_thread, g_queue, g_timer;
static PTP_WORK g_work;
static CONDITION_VARIABLE g_ready;
static SRWLOCK g_lock;
static IUnknown *g_object;
static HMODULE g_plugin;
static BSTR g_name;

static DWORD WINAPI worker(void *data)
{
    return 0;
}

static void join_bad(void)
{
    WaitForSingleObject(g_thread, INFINITE);
}

static void end_self_bad(void)
{
    ExitThread(0);
}

static void kill_bad(void)
{
    TerminateThread(g_thread, 0);
}

static void submit_bad(void)
{
    SubmitThreadpoolWork(g_work);
}

static void timer_bad(void)
{
    DeleteTimerQueueTimer(g_queue, g_timer, INVALID_HANDLE_VALUE);
}

static void sleep_bad(void)
{
    SleepConditionVariableSRW(&g_ready, &g_lock, INFINITE, 0);
}

static void lock_bad(void)
{
    AcquireSRWLockExclusive(&g_lock);
    ReleaseSRWLockExclusive(&g_lock);
}

static void com_bad(void)
{
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
}

static void quit_bad(void)
{
    exit(1);
}

void start_bad(void)
{
    g_thread = CreateThread(NULL, 0, worker, NULL, 0, NULL);
    join_bad();
    kill_bad();
    submit_bad();
    sleep_bad();
    lock_bad();
    com_bad();
    if (GetEnvironmentVariableW(L"A", NULL, 0) != 0)
        end_self_bad();
    if (GetEnvironmentVariableW(L"B", NULL, 0) != 0)
        quit_bad();
}

static void call_plugin_bad(void)
{
    void (*stop)(void) = (void (*)(void))GetProcAddress(g_plugin, "plugin_stop");
    if (stop)
        stop();
}

static void release_bad(void)
{
    g_object->lpVtbl->Release(g_object);
}

static void free_name_bad(void)
{
    SysFreeString(g_name);
}

void load_plugin(void)
{
    g_plugin = LoadLibraryW(L"plugin.dll");
}

void stop_bad(void)
{
    timer_bad();
    call_plugin_bad();
    release_bad();
    free_name_bad();
}
