// reset(), `= nullptr` and clear() destroy what an owner holds; release() does not.
#include <memory>
#include <vector>
#include <windows.h>

struct engine_bad {
    ~engine_bad() { LoadLibraryA("engine.dll"); }
};

struct driver_bad {
    ~driver_bad() { LoadLibraryA("driver.dll"); }
};

struct task_bad {
    ~task_bad() { LoadLibraryA("task.dll"); }
};

struct leaked_ok {
    ~leaked_ok() { LoadLibraryA("never.dll"); }
};

struct state {
    std::unique_ptr<engine_bad> engine;
    std::unique_ptr<driver_bad> driver;
    std::vector<task_bad> tasks;
    std::unique_ptr<leaked_ok> leaked;
};

static state *g_state;

extern "C" __declspec(dllexport) void start()
{
    g_state = new state;
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr && g_state != nullptr) {
        g_state->engine.reset();
        g_state->driver = nullptr;
        g_state->tasks.clear();
        g_state->leaked.release();
    }
    return TRUE;
}
