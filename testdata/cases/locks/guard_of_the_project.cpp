/* A lock class and a guard class of the project: the guard keeps a reference to what it took. */
#include <windows.h>

class CriticalSection {
public:
    CriticalSection() { InitializeCriticalSection(&section_); }
    ~CriticalSection() { DeleteCriticalSection(&section_); }
    void lock_bad() { EnterCriticalSection(&section_); }
    void unlock() { LeaveCriticalSection(&section_); }

private:
    CRITICAL_SECTION section_;
};

class Guard {
public:
    explicit Guard(CriticalSection &section) : section_(section) { section_.lock_bad(); }
    ~Guard() { section_.unlock(); }

private:
    CriticalSection &section_;
};

static CriticalSection g_plugins, g_threads;
static int g_count;

__declspec(dllexport) HMODULE plugin(const char *name)
{
    Guard guard(g_plugins);
    if (g_count == 0) {
        return nullptr;
    }
    return LoadLibraryA(name);
}

__declspec(dllexport) HMODULE plugin_unguarded(const char *name)
{
    {
        Guard guard(g_threads);
        ++g_count;
    }
    return LoadLibraryA(name);
}

static void count_bad(CriticalSection &section)
{
    Guard guard(section);
    --g_count;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        Guard guard(g_threads);
    } else if (reason == DLL_THREAD_ATTACH) {
        count_bad(g_plugins);
    }
    return TRUE;
}
