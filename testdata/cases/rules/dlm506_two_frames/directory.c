#include <windows.h>
#include <winldap.h>
#include "modules.h"

extern HANDLE g_instance;

void directory_end_bad(void)
{
    ldap_cleanup(g_instance);
}
