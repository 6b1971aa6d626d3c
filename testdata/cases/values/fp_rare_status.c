/* Known wrong: what is done only for one certain error of a call is an error, as if it happened every
   time. */
#include <windows.h>

/* A server that is not there is no reason to report the way to its start as certain: it should be
   possible, and a note. */
static void FP_start_server(void)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, 0);
    SC_HANDLE service = OpenServiceW(manager, L"RpcSs", SERVICE_START);
    StartServiceW(service, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        DWORD got;
        if (ReadFile(GetStdHandle(STD_INPUT_HANDLE), &got, 0, NULL, NULL) == FALSE &&
            GetLastError() == RPC_S_SERVER_UNAVAILABLE) {
            FP_start_server();
        }
    }
    return TRUE;
}
