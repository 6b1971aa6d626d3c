/* A helper that switches thread notifications off whenever it succeeds, and fails otherwise. */
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
        return FALSE;
    }
    DisableThreadLibraryCalls(instance);
    return TRUE;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        if (!start_ok(instance)) {
            return FALSE;
        }
        break;
    default:
        load_bad();
        break;
    }
    return TRUE;
}
