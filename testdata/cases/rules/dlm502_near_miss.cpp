/* A connection class: its methods are named like Winsock's functions and touch no network. */
#include <windows.h>

class connection
{
  public:
    bool connect(int port)
    {
        number = port;
        return socket() != 0;
    }

    int socket() const
    {
        return number;
    }

  private:
    int number = 0;
};

static connection g_connection;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return g_connection.connect(80);
}
