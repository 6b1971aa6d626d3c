/* The project's own tracer. */
#include <windows.h>

class Tracer
{
public:
    void StopTraceW()
    {
    }
};

static void FlushTraceA(Tracer &tracer)
{
    tracer.StopTraceW();
}

static Tracer g_tracer;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        FlushTraceA(g_tracer);
    }
    return TRUE;
}
