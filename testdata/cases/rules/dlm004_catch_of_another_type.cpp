// A handler ends exceptions of its own type and of classes derived from it, and no others.
#include <windows.h>

struct config_error {};

static void read_config_bad()
{
    throw config_error();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            read_config_bad();
        } catch (int) {
            return FALSE;
        }
    }
    return TRUE;
}
