/* Every name of the pack db.odbc, in both phases of the process. */
#include <windows.h>
#include <sql.h>
#include <sqlext.h>

static void calls_bad(void)
{
    SQLAllocHandle(SQL_HANDLE_STMT, NULL, NULL);
    SQLBrowseConnect(NULL, NULL, 0, NULL, 0, NULL);
    SQLBrowseConnectA(NULL, NULL, 0, NULL, 0, NULL);
    SQLBrowseConnectW(NULL, NULL, 0, NULL, 0, NULL);
    SQLConnect(NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLConnectA(NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLConnectW(NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLDisconnect(NULL);
    SQLDriverConnect(NULL, NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLDriverConnectA(NULL, NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLDriverConnectW(NULL, NULL, NULL, 0, NULL, 0, NULL, 0);
    SQLEndTran(0, NULL, 0);
    SQLExecDirect(NULL, NULL, 0);
    SQLExecDirectA(NULL, NULL, 0);
    SQLExecDirectW(NULL, NULL, 0);
    SQLExecute(NULL);
    SQLFreeHandle(SQL_HANDLE_DBC, NULL);
    SQLPrepare(NULL, NULL, 0);
    SQLPrepareA(NULL, NULL, 0);
    SQLPrepareW(NULL, NULL, 0);
}

static void calls_ok(void)
{
    SQLAllocHandle(SQL_HANDLE_ENV, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
