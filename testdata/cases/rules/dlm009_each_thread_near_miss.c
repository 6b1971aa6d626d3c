/* Each thread enters COM and leaves it: wrong for other reasons, but each on its own thread. */
#include <windows.h>
#include <objbase.h>

static void enter_bad(void)
{
    CoInitialize(NULL);
}

static void leave_bad(void)
{
    CoUninitialize();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
    case DLL_THREAD_ATTACH:
        enter_bad();
        break;
    case DLL_THREAD_DETACH:
    case DLL_PROCESS_DETACH:
        leave_bad();
        break;
    }
    return TRUE;
}
