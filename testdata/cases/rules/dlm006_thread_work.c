/* Per-thread data that is never made, as DllMain does not hear of threads. */
#include <windows.h>

static DWORD g_index;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        DisableThreadLibraryCalls(instance);
        g_index = TlsAlloc();
        break;
    case DLL_THREAD_ATTACH:
        TlsSetValue(g_index, HeapAlloc(GetProcessHeap(), 0, 64));
        break;
    case DLL_THREAD_DETACH:
        HeapFree(GetProcessHeap(), 0, TlsGetValue(g_index));
        break;
    }
    return TRUE;
}
