/* The constructor of a global opens a session of WinINet, its destructor closes it. */
#include <windows.h>
#include <wininet.h>

class Session
{
public:
    Session() : handle(InternetOpenW(L"mylib", INTERNET_OPEN_TYPE_PRECONFIG, NULL, NULL, 0))
    {
    }
    ~Session()
    {
        InternetCloseHandle(handle);
    }

private:
    HINTERNET handle;
};

static Session g_session_bad;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
