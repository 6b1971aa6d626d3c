/* The right way: the library and Winsock come with the first call of an export, not in DllMain. */
#include <winsock2.h>
#include <windows.h>

static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;

static BOOL CALLBACK start_ok(PINIT_ONCE once, PVOID parameter, PVOID *context)
{
    WSADATA data;
    LoadLibraryW(L"codec.dll");
    return WSAStartup(MAKEWORD(2, 2), &data) == 0;
}

__declspec(dllexport) BOOL codec_open_ok(void)
{
    return InitOnceExecuteOnce(&g_once, start_ok, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
