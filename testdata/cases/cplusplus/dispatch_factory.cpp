// Objects from factories: by a number, from a template, and the library's.
#include <windows.h>

#include <memory>

class Job {
public:
    virtual ~Job() {}
    virtual void run() = 0;
};

class LoadJob : public Job {
public:
    void run() override { load_bad(); }

private:
    void load_bad() { LoadLibraryA("job.dll"); }
};

class IdleJob : public Job {
public:
    void run() override {}
};

class FreeJob : public Job {
public:
    void run() override { free_bad(); }

private:
    void free_bad() { FreeLibrary(nullptr); }
};

class WaitJob : public Job {
public:
    void run() override { wait_ok(); }

private:
    void wait_ok() { LoadLibraryA("never.dll"); }
};

static Job *make(int kind)
{
    if (kind == 1) {
        return new LoadJob;
    }
    return new IdleJob;
}

template <class T> static Job *make_of()
{
    return new T;
}

static void run_number_bad()
{
    Job *job = make(1);
    job->run();
    delete job;
}

static void run_number_ok()
{
    Job *job = make(2);
    job->run();
    delete job;
}

static void run_template_bad()
{
    make_of<FreeJob>()->run();
}

static void run_template_ok()
{
    make_of<IdleJob>()->run();
}

static Job *g_job;

extern "C" __declspec(dllexport) void later()
{
    std::unique_ptr<Job> job = std::make_unique<IdleJob>();
    g_job = job.release();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run_number_bad();
        run_number_ok();
        run_template_bad();
        run_template_ok();
    }
    return TRUE;
}
