// std::launch::deferred starts no thread: get() runs the function in this one.
#include <future>
#include <windows.h>

static void load_bad() { LoadLibraryA("plugin.dll"); }
static void other_ok() { CoInitialize(nullptr); }

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        auto now = std::async(std::launch::deferred, load_bad);
        auto never = std::async(std::launch::deferred, other_ok);
        now.get();
    }
    return TRUE;
}
