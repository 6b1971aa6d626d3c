// The pointer leads to another object later: each call runs what it leads to then.
#include <windows.h>

class Step {
public:
    virtual ~Step() {}
    virtual void run() = 0;
};

class CheckStep : public Step {
public:
    void run() override {}
};

class LoadStep : public Step {
public:
    void run() override { load_ok(); }

private:
    void load_ok() { LoadLibraryA("step.dll"); }
};

class FreeStep : public Step {
public:
    void run() override { free_bad(); }

private:
    void free_bad() { FreeLibrary(nullptr); }
};

static void prepare_ok()
{
    Step *step = new CheckStep;
    step->run();
    delete step;
    step = new LoadStep;
    delete step;
}

static void finish_bad(bool thorough)
{
    Step *step = nullptr;
    if (thorough) {
        step = new FreeStep;
    } else {
        step = new CheckStep;
    }
    step->run();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        prepare_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        finish_bad(reserved == nullptr);
    }
    return TRUE;
}
