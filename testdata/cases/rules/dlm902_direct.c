/* Starts the service that it needs, and asks who its user is. */
#include <windows.h>
#include <winsvc.h>

static void start_service_bad(void)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    SC_HANDLE service = OpenServiceW(manager, L"mylib", SERVICE_START);
    StartServiceW(service, 0, NULL);
}

static void ask_for_user_bad(void)
{
    WCHAR name[64];
    DWORD length = 64;
    GetUserNameW(name, &length);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_service_bad();
        ask_for_user_bad();
    }
    return TRUE;
}
