/* Attach never fails; that it returns FALSE for another reason means nothing. */
#include <windows.h>

static CRITICAL_SECTION g_lock;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        InitializeCriticalSection(&g_lock);
        return TRUE;
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            DeleteCriticalSection(&g_lock);
        }
        return FALSE;
    }
    return FALSE;
}
