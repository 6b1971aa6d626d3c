/* COM's allocators: a note on detach, nothing at attach. */
#include <windows.h>
#include <oleauto.h>
#include <objbase.h>

static BSTR g_name;
static void *g_block;

static void free_bad(void)
{
    SysFreeString(g_name);
    CoTaskMemFree(g_block);
}

static void reset_ok(void)
{
    SysFreeString(g_name);
    CoTaskMemFree(g_block);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        reset_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        free_bad();
    }
    return TRUE;
}
