#include <windows.h>
#include <snmp.h>
#include <mgmtapi.h>
#include "modules.h"

static LPSNMP_MGR_SESSION g_session;

void snmp_end_bad(void)
{
    SnmpMgrClose(g_session);
}
