// A final class has no overriders; a class that inherits a method runs that of its nearest base.
#include <windows.h>

class Task {
public:
    virtual ~Task() {}
    virtual void run() { LoadLibraryA("task.dll"); }
};

class SilentTask : public Task {
public:
    void run() override {}
};

class NamedTask final : public SilentTask {
public:
    const char *name = "";
};

class LoudTask : public Task {
public:
    void run() override;
};

class LongTask final : public LoudTask {
};

void LoudTask::run()
{
    LoadLibraryA("loud.dll");
}

extern "C" __declspec(dllexport) Task *make_task(int kind)
{
    switch (kind) {
    case 0:
        return new NamedTask;
    case 1:
        return new LongTask;
    default:
        return new Task;
    }
}

static NamedTask *g_named;
static LongTask *g_long;

extern "C" __declspec(dllexport) void keep(NamedTask *named, LongTask *task)
{
    g_named = named;
    g_long = task;
}

static void named_ok()
{
    g_named->run();
}

static void long_bad()
{
    g_long->run();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH && g_named != nullptr) {
        named_ok();
        long_bad();
    }
    return TRUE;
}
