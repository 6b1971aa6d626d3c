/* One finding a call: what the packs know of the function by its name, else that it was loaded. */
#include <windows.h>

static int(WINAPI *p_cleanup)(void);
static unsigned short(WINAPI *p_htons)(unsigned short);

__declspec(dllexport) BOOL sockets_open_ok(void)
{
    HMODULE winsock = LoadLibraryA("ws2_32.dll");

    p_cleanup = (int(WINAPI *)(void))GetProcAddress(winsock, "WSACleanup");
    p_htons = (unsigned short(WINAPI *)(unsigned short))GetProcAddress(winsock, "htons");
    return p_cleanup && p_htons;
}

static void sockets_close_bad(void)
{
    p_cleanup();
    p_htons(80);
}

static int(WINAPI *p_shutdown)(void);

__declspec(dllexport) void player_open_ok(void)
{
    p_shutdown = (int(WINAPI *)(void))GetProcAddress(LoadLibraryA("player.dll"), "shutdown");
}

static void player_close_bad(void)
{
    p_shutdown(); /* not that of Winsock */
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && !reserved) {
        sockets_close_bad();
        player_close_bad();
    }
    return TRUE;
}
