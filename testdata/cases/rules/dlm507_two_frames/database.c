#include <windows.h>
#include <sql.h>
#include <sqlext.h>
#include "database.h"

static SQLHENV g_environment;
static SQLHDBC g_connection;

static int connect_bad(const wchar_t *name)
{
    return SQLConnectW(g_connection, (SQLWCHAR *)name, SQL_NTS, NULL, 0, NULL, 0) == SQL_SUCCESS;
}

int database_open_bad(const wchar_t *name)
{
    SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &g_environment);
    SQLAllocHandle(SQL_HANDLE_DBC, g_environment, &g_connection);
    return connect_bad(name);
}

void database_close_bad(void)
{
    SQLDisconnect(g_connection);
    SQLFreeHandle(SQL_HANDLE_DBC, g_connection);
}
