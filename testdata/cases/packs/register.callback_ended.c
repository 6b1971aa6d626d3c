/* The module can end what it registers; what is handed no function registers nothing. */
#define _WIN32_WINNT 0x0601

#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#include <iphlpapi.h>
#include <fwpmu.h>
#include <winevt.h>
#include <signal.h>
#include <stdlib.h>

static void calls_ok(void)
{
    EvtSubscribe(NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
    FwpmEngineClose0(NULL);
    FwpmNetEventSubscribe0(NULL, NULL, NULL, NULL, NULL);
    RegisterApplicationRecoveryCallback(NULL, NULL, 0, 0);
    RtlDeleteFunctionTable(NULL);
    RtlInstallFunctionTableCallback(0, 0, 0, NULL, NULL, NULL);
    UnregisterApplicationRecoveryCallback();
    _set_invalid_parameter_handler(NULL);
    signal(SIGABRT, SIG_DFL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_ok();
    }
    return TRUE;
}
