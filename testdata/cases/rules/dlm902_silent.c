/* The token of the process says whose it is without asking a service. */
#include <windows.h>
#include <winsvc.h>

static BYTE g_user[128];

__declspec(dllexport) BOOL mylib_running_ok(SC_HANDLE service)
{
    SERVICE_STATUS status;
    return QueryServiceStatus(service, &status) && status.dwCurrentState == SERVICE_RUNNING;
}

static void read_token_ok(void)
{
    HANDLE token;
    DWORD length;
    if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token)) {
        GetTokenInformation(token, TokenUser, g_user, sizeof g_user, &length);
        CloseHandle(token);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        read_token_ok();
    }
    return TRUE;
}
