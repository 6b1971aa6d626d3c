/* Every name of the pack net.snmp, in both phases of the process. */
#include <windows.h>
#include <snmp.h>
#include <mgmtapi.h>

static void calls_bad(void)
{
    SnmpMgrClose(NULL);
    SnmpMgrOpen(NULL, NULL, 0, 0);
    SnmpMgrRequest(NULL, 0, NULL, NULL, NULL);
    SnmpMgrTrapListen(NULL);
}

static void calls_ok(void)
{
    SnmpMgrStrToOid(NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
