#include <cstdlib>
#include <windows.h>

static CRITICAL_SECTION g_lock;
static DWORD g_index;
static UINT_PTR g_timer;
static char *g_text;

static LONG CALLBACK on_fault_ok(EXCEPTION_POINTERS *)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void quiet_threads_bad(HINSTANCE self)
{
    DisableThreadLibraryCalls(self);
}

static void handle_faults_bad()
{
    AddVectoredExceptionHandler(0, on_fault_ok);
}

static void set_timer_bad()
{
    g_timer = SetTimer(nullptr, 0, 1000, nullptr);
}

static void refuse_bad()
{
    throw 1;
}

BOOL start_bad(HINSTANCE self)
{
    quiet_threads_bad(self);
    g_index = TlsAlloc();
    if (g_index == TLS_OUT_OF_INDEXES)
        return FALSE;
    InitializeCriticalSection(&g_lock);
    handle_faults_bad();
    set_timer_bad();
    g_text = static_cast<char *>(std::malloc(100));
    if (!g_text)
        refuse_bad();
    return TRUE;
}

void thread_start()
{
    TlsSetValue(g_index, HeapAlloc(GetProcessHeap(), 0, 64));
}

static void free_text_bad()
{
    std::free(g_text);
}

static void end_timer_bad()
{
    KillTimer(nullptr, g_timer);
}

static void end_lock_bad()
{
    DeleteCriticalSection(&g_lock);
}

void stop_bad()
{
    end_lock_bad();
    free_text_bad();
    end_timer_bad();
}
