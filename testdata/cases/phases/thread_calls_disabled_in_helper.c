/* The same, with the call in a helper. */
#include <windows.h>

static BOOL start_ok(HINSTANCE instance)
{
    return DisableThreadLibraryCalls(instance);
}

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_ok(instance);
    } else {
        load_bad();
    }
    return TRUE;
}
