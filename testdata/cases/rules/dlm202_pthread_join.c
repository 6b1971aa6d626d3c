/* winpthreads' threads are Windows threads. */
#include <pthread.h>
#include <windows.h>

static pthread_t g_worker;

static void stop_bad(void)
{
    pthread_join(g_worker, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        stop_bad();
    }
    return TRUE;
}
