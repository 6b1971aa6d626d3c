/* Thrown by a lambda that a helper calls, and by a method that one of two classes overrides. */
#include <windows.h>

struct failed {
};

struct step {
    virtual ~step() = default;
    virtual void run_bad() = 0;
};

struct quiet_step : step {
    void run_bad() override
    {
    }
};

struct strict_step : step {
    void run_bad() override
    {
        if (GetTickCount() == 0) {
            throw failed();
        }
    }
};

static void run_all_bad(step **steps, int n)
{
    for (int i = 0; i < n; i++) {
        steps[i]->run_bad();
    }
}

template <typename F> static void with_heap_bad(F use)
{
    use(GetProcessHeap());
}

static quiet_step g_quiet;
static strict_step g_strict;
static step *g_steps[] = {&g_quiet, &g_strict};

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run_all_bad(g_steps, 2);
        with_heap_bad([](HANDLE heap) {
            if (heap == nullptr) {
                throw failed();
            }
        });
    }
    return TRUE;
}
