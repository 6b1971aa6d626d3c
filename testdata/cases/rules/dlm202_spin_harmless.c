/* The application may spin as long as it likes. */
#include <windows.h>

static volatile LONG g_ready;

static DWORD WINAPI run_ok(void *nothing)
{
    g_ready = 1;
    return 0;
}

__declspec(dllexport) void start_ok(void)
{
    CloseHandle(CreateThread(NULL, 0, run_ok, NULL, 0, NULL));
    while (!g_ready) {
        Sleep(1);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_ready = 0;
    }
    return TRUE;
}
