// A class that looks its function up when it is made: whoever makes it says what it calls.
#include <windows.h>

template <class Signature> class DllFunction;

template <class Result, class... Arguments> class DllFunction<Result(Arguments...)> {
  public:
    DllFunction(const char *dll, const char *name)
        : function_(reinterpret_cast<Result (*)(Arguments...)>(
              GetProcAddress(LoadLibraryA(dll), name)))
    {
    }

    Result call_bad(Arguments... arguments) const
    {
        return function_(arguments...);
    }
    bool found_ok() const { return function_ != nullptr; }

  private:
    Result (*function_)(Arguments...);
};

static DllFunction<int()> *g_stop;

extern "C" __declspec(dllexport) bool telemetry_open_ok()
{
    g_stop = new DllFunction<int()>("telemetry.dll", "telemetry_stop");
    return g_stop->found_ok();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH && g_stop && g_stop->found_ok()) {
        g_stop->call_bad();
    }
    return TRUE;
}
