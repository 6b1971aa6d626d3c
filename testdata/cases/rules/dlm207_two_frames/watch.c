#include <windows.h>
#include <rpc.h>
#include "watch.h"

extern RPC_IF_HANDLE watch_interface;

void watch_close_bad(void)
{
    RpcServerUnregisterIf(watch_interface, NULL, TRUE);
}
