/* A virtual method of a class that is made from a template. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

struct Task {
    virtual void run() = 0;
    virtual ~Task() = default;
};

struct loud {
    static void work_bad()
    {
        LoadLibraryA("loud");
    }
};

struct idle {
    static void work_ok()
    {
        LoadLibraryA("idle");
    }
};

template <class T> struct TaskOf : Task {
    void run() override
    {
        T::work_bad();
    }
};

/* Nothing makes an object of it. */
template <class T> struct IdleOf : Task {
    void run() override
    {
        T::work_ok();
    }
};

static Task *make()
{
    return new TaskOf<loud>;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        Task *task = make();
        task->run();
    }
    return TRUE;
}
