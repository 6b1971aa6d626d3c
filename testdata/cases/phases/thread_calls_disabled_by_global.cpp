/* The handle goes through a global of another type, and a helper two calls down. */
#include <windows.h>

namespace module {
static HMODULE instance;
static void load_ok() { LoadLibraryA("helper.dll"); }
static void quiet_bad() { DisableThreadLibraryCalls(instance); }
static void start_bad() { quiet_bad(); }
} // namespace module

extern "C" BOOL WINAPI DllMain(HINSTANCE handle, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        module::instance = handle;
        module::start_bad();
    }
    if (reason == DLL_THREAD_ATTACH || reason == DLL_THREAD_DETACH) {
        module::load_ok();
    }
    return TRUE;
}
