/* FlsFree calls the callbacks of all threads on this one, under the lock. */
#include <windows.h>

static DWORD g_index;

static void WINAPI on_thread_data_bad(void *data)
{
    FreeLibrary(data);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_index = FlsAlloc(on_thread_data_bad);
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        FlsFree(g_index);
    }
    return TRUE;
}
