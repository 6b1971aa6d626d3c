/* One way to the throw is guarded, the longer one is not: that one is shown. */
#include <windows.h>

static void check_bad(DWORD version)
{
    if (version < 3) {
        throw version;
    }
}

static DWORD read_version()
{
    return (DWORD)GetTickCount() % 7;
}

static void setup_bad()
{
    check_bad(read_version());
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        try {
            check_bad(read_version());
        } catch (...) {
            return FALSE;
        }
        setup_bad();
    }
    return TRUE;
}
