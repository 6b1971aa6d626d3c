// An exception that the entry point catches does not leave it.
#include <stdexcept>
#include <windows.h>

static void read_config_ok()
{
    throw std::runtime_error("no configuration");
}

static bool try_config()
{
    try {
        read_config_ok();
        return true;
    } catch (...) {
        return false;
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return try_config();
    }
    return TRUE;
}
