/* sizeof is a constant of the target. */
// flags: --target=x86_64-w64-windows-gnu
#include <windows.h>

static void load_64_bad(void)
{
    LoadLibraryA("codec64.dll");
}

static void load_32_ok(void)
{
    LoadLibraryA("codec32.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (sizeof(void *) == 8) {
        load_64_bad();
    } else {
        load_32_ok();
    }
    return TRUE;
}
