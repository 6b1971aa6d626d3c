/* The twin of static_never_written: written by assignment or through their address. */
#include <windows.h>

static BOOL g_load_late;
static DWORD g_patience = 0;
static BOOL g_by_address;
static HANDLE g_event;

__declspec(dllexport) void configure_ok(BOOL late, DWORD patience, HANDLE event)
{
    g_event = event;
    g_load_late = late;
    g_patience = patience;
}

__declspec(dllexport) BOOL *setting_ok(void)
{
    return &g_by_address;
}

static void load_late_bad(void)
{
    if (g_load_late) {
        LoadLibraryA("late.dll");
    }
}

static void load_by_address_bad(void)
{
    if (g_by_address) {
        LoadLibraryA("address.dll");
    }
}

static BOOL wait_bad(void)
{
    return WaitForSingleObject(g_event, g_patience) == WAIT_OBJECT_0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        load_late_bad();
        load_by_address_bad();
        wait_bad();
    }
    return TRUE;
}
