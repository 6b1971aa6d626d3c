/* A class of the project has methods that are named as functions of ODBC are. */
#include <windows.h>

class Connection
{
public:
    int SQLConnect(const char *)
    {
        return 0;
    }
    int SQLDisconnect()
    {
        return 0;
    }
};

namespace stub
{
static int NdrClientCall2(const void *, const void *)
{
    return 0;
}
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    Connection connection;
    return connection.SQLConnect("") == 0 && connection.SQLDisconnect() == 0 &&
           stub::NdrClientCall2(nullptr, nullptr) == 0;
}
