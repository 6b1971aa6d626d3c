#include <windows.h>

/* not in mingw-w64 */
__declspec(dllimport) HRESULT WINAPI CLRCreateInstance(REFCLSID, REFIID, LPVOID *);

static GUID g_class;
static LPVOID g_host;

void component_bad(void);

static void work_bad(void)
{
    CLRCreateInstance(&g_class, &g_class, &g_host);
}

void component_bad(void)
{
    work_bad();
}
