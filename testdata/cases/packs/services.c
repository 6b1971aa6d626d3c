/* Every name of the pack services, in both phases of the process. */
#include <windows.h>
#include <winsvc.h>

static void calls_bad(void)
{
    ChangeServiceConfigA(NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    ChangeServiceConfigW(NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    CloseServiceHandle(NULL);
    ControlService(NULL, 0, NULL);
    CreateServiceA(NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    CreateServiceW(NULL, NULL, NULL, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    DeleteService(NULL);
    EnumServicesStatusA(NULL, 0, 0, NULL, 0, NULL, NULL, NULL);
    EnumServicesStatusExA(NULL, (SC_ENUM_TYPE)0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    EnumServicesStatusExW(NULL, (SC_ENUM_TYPE)0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL);
    EnumServicesStatusW(NULL, 0, 0, NULL, 0, NULL, NULL, NULL);
    NotifyServiceStatusChangeA(NULL, 0, NULL);
    NotifyServiceStatusChangeW(NULL, 0, NULL);
    OpenSCManagerA(NULL, NULL, 0);
    OpenSCManagerW(NULL, NULL, 0);
    OpenServiceA(NULL, NULL, 0);
    OpenServiceW(NULL, NULL, 0);
    QueryServiceStatus(NULL, NULL);
    QueryServiceStatusEx(NULL, (SC_STATUS_TYPE)0, NULL, 0, NULL);
    RegisterServiceCtrlHandlerA(NULL, NULL);
    RegisterServiceCtrlHandlerExA(NULL, NULL, NULL);
    RegisterServiceCtrlHandlerExW(NULL, NULL, NULL);
    RegisterServiceCtrlHandlerW(NULL, NULL);
    SetServiceStatus(NULL, NULL);
    StartServiceA(NULL, 0, NULL);
    StartServiceCtrlDispatcherA(NULL);
    StartServiceCtrlDispatcherW(NULL);
    StartServiceW(NULL, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
