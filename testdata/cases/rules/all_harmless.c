// The same calls where the loader lock is not held: exports, threads, callbacks of others. And in a
// phase in which they do no harm.
// options: --rules *,-DLM013,-DLM017,-DLM104,-DLM201
#include <windows.h>
#include <winsock2.h>

#include <objbase.h>
#include <oleauto.h>
#include <stdlib.h>
#include <wbemcli.h>

static HANDLE g_thread, g_queue, g_timer;
static PTP_WORK g_work;
static CONDITION_VARIABLE g_ready;
static SRWLOCK g_lock;
static IUnknown *g_object;
static IWbemServices *g_services;
static HMODULE g_plugin;
static BSTR g_name;

static void waits_ok(void)
{
    WaitForSingleObject(g_thread, INFINITE);
    TerminateThread(g_thread, 0);
    SubmitThreadpoolWork(g_work);
    WaitForThreadpoolWorkCallbacks(g_work, FALSE);
    DeleteTimerQueueTimer(g_queue, g_timer, INVALID_HANDLE_VALUE);
    AcquireSRWLockExclusive(&g_lock);
    SleepConditionVariableSRW(&g_ready, &g_lock, INFINITE, 0);
    ReleaseSRWLockExclusive(&g_lock);
}

static void calls_ok(void)
{
    WSADATA data;
    g_plugin = LoadLibraryW(L"plugin.dll");
    FARPROC start = GetProcAddress(g_plugin, "plugin_start");
    start();
    FreeLibrary(g_plugin);
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
    g_object->lpVtbl->Release(g_object);
    g_services->lpVtbl->Release(g_services);
    WSAStartup(0x202, &data);
    send(0, "", 0, 0);
    SysFreeString(g_name);
}

static DWORD WINAPI worker_ok(void *data)
{
    waits_ok();
    calls_ok();
    if (data)
        ExitThread(0);
    exit(0);
}

__declspec(dllexport) void run_ok(void)
{
    worker_ok(NULL);
}

static void make_name_ok(void)
{
    g_name = SysAllocString(L"DLM407 is about detach");
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_thread = CreateThread(NULL, 0, worker_ok, NULL, 0, NULL);
        make_name_ok();
    }
    return TRUE;
}
