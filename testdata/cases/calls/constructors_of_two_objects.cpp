// Two objects of a class, each with the function that its constructor was given.
#include <windows.h>

class Task {
public:
    explicit Task(void (*work)()) : work_(work) {}
    void finish() const { work_(); }
    void (*work_)();
};

static void log_ok()
{
    OutputDebugStringA("done");
}

static void unload_ok()
{
    FreeLibrary(GetModuleHandleA("worker.dll"));
}

static Task *g_log;
static Task *g_unload;

void start()
{
    g_log = new Task(log_ok);
    g_unload = new Task(unload_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_log->work_();
    }
    return TRUE;
}
