/* Memory is freed; ldap_cleanup is called at load, of which its page says nothing. */
#include <windows.h>
#include <wlanapi.h>
#include <winldap.h>

static void *g_list;
extern HANDLE g_instance;

static void begin_ok(void)
{
    ldap_cleanup(g_instance);
}

static void end_ok(void)
{
    WlanFreeMemory(g_list);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        begin_ok();
    } else if (reason == DLL_PROCESS_DETACH) {
        end_ok();
    }
    return TRUE;
}
