/* A 3D printer is no printer of Windows. */
#include <windows.h>

struct Machine {
    bool OpenPrinterW(const wchar_t *)
    {
        return true;
    }
};

static void AbortPrinter(Machine &)
{
}

static Machine g_machine;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_DETACH) {
        AbortPrinter(g_machine);
    }
    return g_machine.OpenPrinterW(L"");
}
