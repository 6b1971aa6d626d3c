/* Every function of the pack message.dispatch, called once. */
#include <windows.h>

static MSG g_message;

static void pump_bad(void)
{
    DispatchMessageA(&g_message);
    DispatchMessageW(&g_message);
    GetMessageA(&g_message, NULL, 0, 0);
    GetMessageW(&g_message, NULL, 0, 0);
    PeekMessageA(&g_message, NULL, 0, 0, PM_REMOVE);
    PeekMessageW(&g_message, NULL, 0, 0, PM_REMOVE);
}

static void rest_ok(void)
{
    SleepEx(0, FALSE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        pump_bad();
        rest_ok();
    }
    return TRUE;
}
