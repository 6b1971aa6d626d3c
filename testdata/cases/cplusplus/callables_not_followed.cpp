// show: cuts
// What a function of the library that nobody knows does with a function is said to be unknown.
#include <cstdlib>
#include <functional>
#include <windows.h>

static void load_ok() { LoadLibraryA("plugin.dll"); }
static std::function<void()> *g_raw;

static void run_raw_ok() { (*g_raw)(); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run_raw_ok();
        (void)std::less<void (*)()>()(load_ok, nullptr);
    }
    return TRUE;
}
