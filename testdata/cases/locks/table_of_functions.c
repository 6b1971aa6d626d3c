/* The loader is needed by what a table of functions holds; one of two functions: possible. */
#include <windows.h>

struct driver {
    void (*open)(void);
};

static CRITICAL_SECTION g_lock;

static void open_null(void)
{
}

static void open_real(void)
{
    LoadLibraryA("driver.dll");
}

static struct driver g_null = {open_null};
static struct driver g_real = {open_real};

__declspec(dllexport) void device_open(int real)
{
    struct driver *driver = real ? &g_real : &g_null;
    EnterCriticalSection(&g_lock);
    driver->open();
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
