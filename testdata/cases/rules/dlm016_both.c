/* Less is freed at process end than at unload, by other code: the test stands as it should. */
#include <stdlib.h>
#include <windows.h>

static CRITICAL_SECTION g_lock;
static char *g_path, *g_secret;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        InitializeCriticalSection(&g_lock);
    } else if (reason == DLL_PROCESS_DETACH) {
        if (reserved) {
            SecureZeroMemory(g_secret, 32);
            free(g_secret);
        } else {
            free(g_path);
            DeleteCriticalSection(&g_lock);
        }
    }
    return TRUE;
}
