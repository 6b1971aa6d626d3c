/* A wait for NULL fails at once: nothing was started, or everything is ended. */
#include <windows.h>

static HANDLE g_done;

static void wait_ok(HANDLE event)
{
    if (event == NULL) {
        WaitForSingleObject(event, INFINITE);
        WaitForSingleObjectEx(NULL, INFINITE, FALSE);
    }
}

/* Exported by a .def file. */
void start_ok(void)
{
    g_done = CreateEventA(NULL, TRUE, FALSE, NULL);
}

/* The near miss: it may have been started. */
static void wait_at_detach_bad(void)
{
    WaitForSingleObject(g_done, INFINITE);
}

HANDLE find_event(void);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        wait_ok(find_event());
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        wait_at_detach_bad();
    }
    return TRUE;
}
