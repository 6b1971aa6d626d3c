// Names that are nearly those of APIs: methods, functions of a namespace, other functions of Windows.
// options: --rules *,-DLM013,-DLM017,-DLM104
#include <windows.h>

namespace own {
struct queue {
    void DeleteTimerQueueTimer(void *, void *, void *) {}
    bool SleepConditionVariableSRW(int) { return true; }
    void AcquireSRWLockExclusive() {}
};
void SysFreeString(const wchar_t *) {}
void (*GetProcAddress(int, const char *))() { return nullptr; }
}

static own::queue g_queue;
static SRWLOCK g_lock;
static CONDITION_VARIABLE g_ready;

static void timers_ok()
{
    g_queue.DeleteTimerQueueTimer(nullptr, nullptr, nullptr);
}

static void conditions_ok()
{
    g_queue.SleepConditionVariableSRW(1);
    InitializeConditionVariable(&g_ready);
    WakeAllConditionVariable(&g_ready);
}

static void locks_ok()
{
    g_queue.AcquireSRWLockExclusive();
    InitializeSRWLock(&g_lock);
}

static void strings_ok()
{
    own::SysFreeString(L"name");
}

static void plugin_ok()
{
    if (own::GetProcAddress(0, "stop") != nullptr)
        own::SysFreeString(L"");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, void *)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        timers_ok();
        conditions_ok();
        locks_ok();
        strings_ok();
        plugin_ok();
    }
    return TRUE;
}
