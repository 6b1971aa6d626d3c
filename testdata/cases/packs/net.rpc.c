/* Every name of the pack net.rpc, in both phases of the process. */
#include <windows.h>
#include <rpc.h>
#include <rpcndr.h>

/* not in mingw-w64 */
__declspec(dllimport) RPC_STATUS RPC_ENTRY RpcServerRegisterIf3(
    RPC_IF_HANDLE interface_handle, UUID *type, RPC_MGR_EPV *manager, unsigned flags,
    unsigned calls, unsigned size, RPC_IF_CALLBACK_FN *callback, void *descriptor);

static void calls_bad(void)
{
    NdrAsyncClientCall(NULL, NULL);
    NdrClientCall2(NULL, NULL);
    NdrClientCall3(NULL, 0, NULL);
    RpcBindingFree(NULL);
    RpcBindingFromStringBindingA(NULL, NULL);
    RpcBindingFromStringBindingW(NULL, NULL);
    RpcMgmtStopServerListening(NULL);
    RpcMgmtWaitServerListen();
    RpcServerListen(1, 1, FALSE);
    RpcServerListen(1, 1, TRUE);
    RpcServerUnregisterIf(NULL, NULL, TRUE);
    RpcServerUnregisterIfEx(NULL, NULL, 0);
    RpcServerUseProtseqEpA(NULL, 0, NULL, NULL);
    RpcServerUseProtseqEpW(NULL, 0, NULL, NULL);
}

static void calls_ok(void)
{
    RpcServerRegisterIf(NULL, NULL, NULL);
    RpcServerRegisterIf2(NULL, NULL, NULL, 0, 0, 0, NULL);
    RpcServerRegisterIf3(NULL, NULL, NULL, 0, 1, 0, NULL, NULL);
    RpcServerRegisterIfEx(NULL, NULL, NULL, 0, 0, NULL);
    RpcServerUnregisterIf(NULL, NULL, FALSE);
    RpcSsDestroyClientContext(NULL);
    RpcStringBindingComposeA(NULL, NULL, NULL, NULL, NULL, NULL);
    RpcStringBindingComposeW(NULL, NULL, NULL, NULL, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
