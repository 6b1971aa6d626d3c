/* Every name of the pack net.ldap, in both phases of the process. */
#include <windows.h>
#include <winldap.h>

static void calls_bad(void)
{
    ldap_bind_s(NULL, NULL, NULL, 0);
    ldap_bind_sA(NULL, NULL, NULL, 0);
    ldap_bind_sW(NULL, NULL, NULL, 0);
    ldap_cleanup(NULL);
    ldap_connect(NULL, NULL);
    ldap_search_s(NULL, NULL, 0, NULL, NULL, 0, NULL);
    ldap_search_sA(NULL, NULL, 0, NULL, NULL, 0, NULL);
    ldap_search_sW(NULL, NULL, 0, NULL, NULL, 0, NULL);
    ldap_unbind(NULL);
    ldap_unbind_s(NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
