// No first use at detach: at attach, a flag that stays as it is, a handle that may be missing still, a
// clean-up that is done once.
#include <windows.h>

#include <atomic>

static std::atomic<bool> g_ready;
static std::atomic<bool> g_late;
static bool g_used;
bool g_other;
static HMODULE g_library;

static void set_up_bad()
{
    if (!g_ready) {
        LoadLibraryA("setup.dll");
        g_ready = true;
    }
}

// The same at detach, and for whoever uses the DLL.
static void set_up_late_bad()
{
    if (!g_late.load()) {
        LoadLibraryA("late.dll");
        g_late.store(true);
    }
}

static void never_used_bad()
{
    if (!g_used) {
        LoadLibraryA("unused.dll");
    }
    g_used = true;
}

static void fetch_bad()
{
    if (g_library == nullptr) {
        g_library = LoadLibraryA("fetched.dll");
    }
}

static void reset_bad()
{
    if (!g_other) {
        LoadLibraryA("reset.dll");
        g_other = false;
    }
}

class worker {
public:
    void stop_bad()
    {
        if (!stopped_) {
            WaitForSingleObject(thread_, INFINITE);
            FreeLibrary(library_);
            stopped_ = true;
        }
    }

private:
    bool stopped_ = false;
    HANDLE thread_ = CreateThread(nullptr, 0, nullptr, nullptr, 0, nullptr);
    HMODULE library_ = nullptr;
};

static worker *g_worker;

extern "C" __declspec(dllexport) void use()
{
    set_up_late_bad();
    never_used_bad();
    fetch_bad();
    reset_bad();
    g_worker = new worker;
    g_worker->stop_bad();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        set_up_bad();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        set_up_bad();
        set_up_late_bad();
        never_used_bad();
        fetch_bad();
        reset_bad();
        g_worker->stop_bad();
    }
    return TRUE;
}
