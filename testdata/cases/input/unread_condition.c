// options: --keep-going
/* A header is missing, so nobody knows what the conditions test.  What stands inside of their branches
   is a guess: a warning at most, and only possible. */
#include <windows.h>

#include "settings_of_the_project.h"

static void inside_bad(void)
{
    struct settings settings;
    read_settings(&settings);
    if (settings.flags & SETTING_PLUGINS) {
        LoadLibraryA("plugins.dll");
    }
}

static void in_else_bad(void)
{
    if (SETTING_STATIC) {
        OutputDebugStringA("static");
    } else {
        LoadLibraryA("dynamic.dll");
    }
}

static void in_switch_bad(void)
{
    switch (g_settings.mode) {
    case 1:
        LoadLibraryA("mode.dll");
        break;
    }
}

/* Behind the branch the way goes on: that is no guess, but the function was parsed in part. */
static void behind_bad(void)
{
    if (!g_settings.ready) {
        return;
    }
    LoadLibraryA("ready.dll");
}

/* Two ways, one of them without a guess. */
static void both_bad(void)
{
    if (g_settings.early) {
        LoadLibraryA("both.dll");
        return;
    }
    LoadLibraryA("both.dll");
}

/* The condition of a loop: bodies of loops are mostly run. */
static void in_loop_bad(void)
{
    while (g_settings.more) {
        LoadLibraryA("more.dll");
    }
}

/* What is called is not declared, but the condition was read: an unknown result. */
static void undeclared_test_bad(void)
{
    if (is_wanted_by_settings()) {
        LoadLibraryA("wanted.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        inside_bad();
        in_else_bad();
        in_switch_bad();
        behind_bad();
        both_bad();
        in_loop_bad();
        undeclared_test_bad();
    }
    return TRUE;
}
