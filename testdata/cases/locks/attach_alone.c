/* While the DLL is attached nobody else is in it: the order is wrong, and only a note. */
#include <windows.h>

static SRWLOCK g_lock = SRWLOCK_INIT;
static HMODULE g_plugin;

__declspec(dllexport) HMODULE plugin(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_plugin = LoadLibraryW(L"plugin.dll");
    ReleaseSRWLockExclusive(&g_lock);
    return g_plugin;
}

static void reset_bad(void)
{
    AcquireSRWLockExclusive(&g_lock);
    g_plugin = NULL;
    ReleaseSRWLockExclusive(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        reset_bad();
    }
    return TRUE;
}
