/* Services of the project's own, with names of the API. */
#include <windows.h>

class Services
{
public:
    bool StartServiceW(const wchar_t *)
    {
        return true;
    }
};

namespace db
{
static bool OpenServiceW(const wchar_t *)
{
    return true;
}
}

static Services g_services;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return g_services.StartServiceW(L"cache") && db::OpenServiceW(L"cache");
}
