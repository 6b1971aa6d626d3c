/* What is set up at the first use is hardly ever set up at detach: it is possible, and a note. */
#include <windows.h>

static BOOL g_ready;
static struct {
    int opened;
    HMODULE library;
} g_state;

static void set_up_bad(void)
{
    LoadLibraryA("setup.dll");
}

static void use(void)
{
    if (!g_ready) {
        set_up_bad();
        g_ready = TRUE;
    }
}

static void open_bad(void)
{
    if (g_state.opened != 0) {
        return;
    }
    g_state.library = LoadLibraryA("open.dll");
    g_state.opened = 1;
}

/* Who uses the DLL does so before. */
__declspec(dllexport) void run(void)
{
    use();
    open_bad();
}

/* Nobody but detach: it is the first, each time. */
static void say_farewell_bad(void)
{
    static BOOL said;

    if (!said) {
        LoadLibraryA("farewell.dll");
        said = TRUE;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        use();
        open_bad();
        say_farewell_bad();
    }
    return TRUE;
}
