/* Known wrong: FlsFree calls the callbacks of all threads on this one, under the lock. */
#include <windows.h>

static DWORD g_index;

/* FlsAlloc's callback is taken for one that runs later; that FlsFree runs it is not known. */
static void WINAPI FN_on_thread_data(void *data)
{
    FreeLibrary(data);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_index = FlsAlloc(FN_on_thread_data);
    } else if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        FlsFree(g_index);
    }
    return TRUE;
}
