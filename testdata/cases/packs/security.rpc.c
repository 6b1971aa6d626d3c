/* Every name of the pack security.rpc, in both phases of the process. */
#define SECURITY_WIN32
#include <windows.h>
#include <sspi.h>
#include <ntsecapi.h>
#include <lm.h>
#include <dsgetdc.h>
#include <wtsapi32.h>

static void calls_bad(void)
{
    AcquireCredentialsHandleA(NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    AcquireCredentialsHandleW(NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    DsGetDcNameA(NULL, NULL, NULL, NULL, 0, NULL);
    DsGetDcNameW(NULL, NULL, NULL, NULL, 0, NULL);
    GetUserNameA(NULL, NULL);
    GetUserNameW(NULL, NULL);
    InitializeSecurityContextA(NULL, NULL, NULL, 0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    InitializeSecurityContextW(NULL, NULL, NULL, 0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    LogonUserA(NULL, NULL, NULL, 0, 0, NULL);
    LogonUserExA(NULL, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL);
    LogonUserExW(NULL, NULL, NULL, 0, 0, NULL, NULL, NULL, NULL, NULL);
    LogonUserW(NULL, NULL, NULL, 0, 0, NULL);
    LookupAccountNameA(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    LookupAccountNameW(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    LookupAccountSidA(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    LookupAccountSidW(NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    LookupPrivilegeValueA(NULL, NULL, NULL);
    LookupPrivilegeValueW(NULL, NULL, NULL);
    LsaLogonUser(NULL, NULL, (SECURITY_LOGON_TYPE)0, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL,
                 NULL, NULL, NULL);
    LsaOpenPolicy(NULL, NULL, 0, NULL);
    NetGetJoinInformation(NULL, NULL, NULL);
    NetUserGetInfo(NULL, NULL, 0, NULL);
    WTSEnumerateSessionsA(NULL, 0, 0, NULL, NULL);
    WTSEnumerateSessionsW(NULL, 0, 0, NULL, NULL);
    WTSQuerySessionInformationA(NULL, 0, (WTS_INFO_CLASS)0, NULL, NULL);
    WTSQuerySessionInformationW(NULL, 0, (WTS_INFO_CLASS)0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
