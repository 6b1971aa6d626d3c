#include <windows.h>
#include "log.h"

extern BYTE g_sid[];

void account_name_bad(wchar_t *name, unsigned long length)
{
    WCHAR domain[64];
    DWORD domain_length = 64;
    SID_NAME_USE use;
    LookupAccountSidW(NULL, g_sid, name, &length, domain, &domain_length, &use);
}
