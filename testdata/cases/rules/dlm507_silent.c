/* Handles of the driver manager alone, and a text for later. */
#include <windows.h>
#include <rpc.h>
#include <sql.h>
#include <sqlext.h>

static SQLHENV g_environment;
static SQLHDBC g_connection;
static RPC_WSTR g_server;

static BOOL prepare_ok(void)
{
    SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &g_environment);
    SQLAllocHandle(SQL_HANDLE_DBC, g_environment, &g_connection);
    return RpcStringBindingComposeW(NULL, (RPC_WSTR)L"ncalrpc", NULL, NULL, NULL, &g_server) == 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason == DLL_PROCESS_ATTACH ? prepare_ok() : TRUE;
}
