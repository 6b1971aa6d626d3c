/* The wrong way round: only the helper that fails has switched notifications off. */
#include <windows.h>

static HANDLE g_event;

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static BOOL start_ok(HINSTANCE instance)
{
    g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (g_event == NULL) {
        DisableThreadLibraryCalls(instance);
        return FALSE;
    }
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return start_ok(instance);
    }
    if (reason == DLL_THREAD_ATTACH) {
        load_bad();
    }
    return TRUE;
}
