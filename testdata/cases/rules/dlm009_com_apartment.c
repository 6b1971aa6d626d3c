/* COM is entered at attach and left at detach: two faults of their own, and a third as a pair. */
#include <windows.h>
#include <objbase.h>

static void enter_bad(void)
{
    CoInitializeEx(NULL, COINIT_MULTITHREADED);
}

static void leave_bad(void)
{
    CoUninitialize();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        enter_bad();
        break;
    case DLL_PROCESS_DETACH:
        leave_bad();
        break;
    }
    return TRUE;
}
