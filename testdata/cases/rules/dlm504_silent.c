/* The session belongs to exports; DllMain forgets it. */
#include <windows.h>
#include <wininet.h>

static HINTERNET g_session;

__declspec(dllexport) BOOL mylib_open_ok(void)
{
    g_session = InternetOpenW(L"mylib", INTERNET_OPEN_TYPE_DIRECT, NULL, NULL, 0);
    return g_session != NULL;
}

__declspec(dllexport) void mylib_close_ok(void)
{
    InternetCloseHandle(g_session);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        g_session = NULL;
    }
    return TRUE;
}
