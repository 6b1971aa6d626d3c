// One class takes all locks, so all are taken in one line: each lock is a finding of its own.
#include <windows.h>

class Lock {
public:
    Lock() { InitializeCriticalSection(&section_); }
    ~Lock() { DeleteCriticalSection(&section_); }
    void enter_bad() { EnterCriticalSection(&section_); }
    void leave() { LeaveCriticalSection(&section_); }

private:
    CRITICAL_SECTION section_;
};

static Lock g_table;
static Lock g_codecs;
static Lock g_log;
static unsigned g_entries;

extern "C" __declspec(dllexport) void open_codec(const wchar_t *name)
{
    g_table.enter_bad();
    g_codecs.enter_bad();
    LoadLibraryW(name);
    g_codecs.leave();
    g_table.leave();
    g_log.enter_bad();
    g_log.leave();
}

static void forget_bad()
{
    g_codecs.enter_bad();
    g_codecs.leave();
    g_table.enter_bad();
    g_entries--;
    g_table.leave();
    g_log.enter_bad();
    g_log.leave();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        forget_bad();
    }
    return TRUE;
}
