/* Counts its users only; an export starts the run time. */
#include <windows.h>

/* not in mingw-w64 */
__declspec(dllimport) HRESULT WINAPI CLRCreateInstance(REFCLSID, REFIID, LPVOID *);

static LONG g_users;
static GUID g_class;
static LPVOID g_host;

__declspec(dllexport) void mylib_start(void)
{
    CLRCreateInstance(&g_class, &g_class, &g_host);
}

static void work_ok(void)
{
    InterlockedIncrement(&g_users);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
