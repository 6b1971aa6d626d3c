/* Notifications go on if the user wants them: the work for threads is not dead. */
#include <windows.h>

static DWORD g_index;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_index = TlsAlloc();
        if (g_index == TLS_OUT_OF_INDEXES) {
            DisableThreadLibraryCalls(instance);
        }
    } else if (reason == DLL_THREAD_ATTACH) {
        TlsSetValue(g_index, NULL);
    }
    return TRUE;
}
