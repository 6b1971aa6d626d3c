/* The reason is tested two calls below DllMain. */
#include <windows.h>

static HMODULE g_codec;

static void free_bad(void)
{
    FreeLibrary(g_codec);
}

static void dispatch(DWORD event)
{
    if (event == DLL_PROCESS_DETACH) {
        free_bad();
    }
}

static void on_notification(int version, DWORD event)
{
    dispatch(event);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    on_notification(1, reason);
    return TRUE;
}
