/* The .NET run time is started when the DLL is loaded. */
#include <windows.h>

/* not in mingw-w64 */
__declspec(dllimport) HRESULT WINAPI CLRCreateInstance(REFCLSID, REFIID, LPVOID *);

static GUID g_class;
static LPVOID g_host;

static void work_bad(void)
{
    CLRCreateInstance(&g_class, &g_class, &g_host);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
