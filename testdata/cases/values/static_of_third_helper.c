/* A flag that a helper three calls down sets, and what another one makes of it. */
#include <windows.h>

struct theme {
    int count;
};

static struct theme *g_theme;
static int g_active;

/* What is asked is what was just stored. */
static void set_theme_bad(struct theme *theme)
{
    g_theme = theme;
    if (g_theme) {
        InterlockedIncrement((LONG *)&g_theme->count);
        LoadLibraryA("parse.dll");
    }
}

static void load_settings_ok(void)
{
    g_active = 0;
}

static void load_theme_ok(void)
{
    if (g_active) {
        LoadLibraryA("theme.dll");
    }
}

static void start(void)
{
    load_settings_ok();
    load_theme_ok();
}

struct theme *open_theme(void);

static void stop(void)
{
    set_theme_bad(NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start();
        set_theme_bad(open_theme());
    }
    if (reason == DLL_PROCESS_DETACH) {
        stop();
    }
    return TRUE;
}
