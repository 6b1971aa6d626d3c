/* Code that is switched off by constants. */
#include <windows.h>

#define WITH_CODEC 0

static const int with_network = 0;

static void load_ok(void)
{
    LoadLibraryA("codec.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (0) {
        load_ok();
    }
    if (WITH_CODEC && reason == DLL_PROCESS_ATTACH) {
        load_ok();
    }
    while (with_network) {
        load_ok();
    }
    return TRUE;
}
