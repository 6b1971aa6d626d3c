/* A static that nobody writes keeps what it was initialised with. */
#include <windows.h>

static BOOL g_load_early;
static int g_level = 3;
static DWORD g_patience = 0;
static HANDLE g_event;

static void load_early_ok(void)
{
    if (g_load_early) {
        LoadLibraryA("early.dll");
    }
}

static void load_by_level_ok(void)
{
    if (g_level > 5) {
        LoadLibraryA("verbose.dll");
    }
}

static void load_by_level_bad(void)
{
    if (g_level > 2) {
        LoadLibraryA("log.dll");
    }
}

static BOOL poll_ok(void)
{
    return WaitForSingleObject(g_event, g_patience) == WAIT_OBJECT_0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_early_ok();
        load_by_level_ok();
        load_by_level_bad();
        g_event = CreateEventA(NULL, TRUE, FALSE, NULL);
        poll_ok();
    }
    return TRUE;
}
