/* A table that another one is copied to may hold what that one holds. */
#include <windows.h>

struct driver {
    void (*open)(void);
    void (*close)(void);
};

static void open_ok(void)
{
    OutputDebugStringA("open");
}

static void close_default_bad(void)
{
    FreeLibrary(GetModuleHandleA("driver.dll"));
}

static void close_quick_ok(void)
{
    OutputDebugStringA("close");
}

static const struct driver defaults = {open_ok, close_default_bad};
static struct driver g_driver;

void install(BOOL quick)
{
    g_driver = defaults;
    if (quick) {
        g_driver.close = close_quick_ok;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        g_driver.close();
    }
    return TRUE;
}
