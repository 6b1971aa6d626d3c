/* A function pointer that nobody in the module assigns: its initialiser is what is called. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void (*const start)(void) = load_bad;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start();
    }
    return TRUE;
}
