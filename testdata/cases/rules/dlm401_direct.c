/* COM is initialised per process, per thread, and by OLE. */
#include <windows.h>
#include <objbase.h>
#include <ole2.h>

static void enter_bad(void)
{
    CoInitializeEx(NULL, COINIT_APARTMENTTHREADED);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        OleInitialize(NULL);
        break;
    case DLL_THREAD_ATTACH:
        enter_bad();
        break;
    case DLL_THREAD_DETACH:
        CoUninitialize();
        break;
    }
    return TRUE;
}
