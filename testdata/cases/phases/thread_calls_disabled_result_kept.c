/* The helper's result is kept in a local, compared, or returned as it is. */
#include <windows.h>

static HANDLE g_event;

static void load_ok(void)
{
    LoadLibraryA("helper.dll");
}

static BOOL start_bad(HINSTANCE instance)
{
    g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (g_event != NULL && DisableThreadLibraryCalls(instance)) {
        return TRUE;
    }
    return FALSE;
}

static BOOL attach_bad(HINSTANCE instance)
{
    BOOL started = start_bad(instance);

    if (started == FALSE) {
        return FALSE;
    }
    g_event = NULL;
    return TRUE;
}

static BOOL process_bad(HINSTANCE instance)
{
    return attach_bad(instance);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    BOOL done;

    if (reason == DLL_PROCESS_ATTACH) {
        if ((done = process_bad(instance)) == 0) {
            return FALSE;
        }
    } else if (reason == DLL_THREAD_ATTACH) {
        load_ok();
    }
    return TRUE;
}
