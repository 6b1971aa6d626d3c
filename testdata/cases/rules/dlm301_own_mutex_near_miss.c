/* A wait for a mutex that the same thread made as its own does not wait; one for a mutex that may
   have existed before does. */
#include <windows.h>

static HANDLE g_mutex;
static HANDLE g_instance;

static void enter_again_ok(void)
{
    WaitForSingleObject(g_mutex, INFINITE);
    ReleaseMutex(g_mutex);
}

static void enter_instance_bad(void)
{
    WaitForSingleObject(g_instance, INFINITE);
    ReleaseMutex(g_instance);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_mutex = CreateMutexA(NULL, TRUE, NULL);
        enter_again_ok();
        g_instance = CreateMutexA(NULL, TRUE, "Local\\acme-instance");
        enter_instance_bad();
    }
    return TRUE;
}
