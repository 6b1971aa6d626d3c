/* The copy of an event is an event: another rule. */
#include <windows.h>

static HANDLE g_event;
static HANDLE g_copy;

__declspec(dllexport) void open_ok(void)
{
    g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    DuplicateHandle(GetCurrentProcess(), g_event, GetCurrentProcess(), &g_copy, 0, FALSE,
                    DUPLICATE_SAME_ACCESS);
}

static void wait_for_copy_bad(void)
{
    WaitForSingleObject(g_copy, INFINITE);
}

static void look_at_copy_ok(void)
{
    WaitForSingleObject(g_copy, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        look_at_copy_ok();
        wait_for_copy_bad();
    }
    return TRUE;
}
