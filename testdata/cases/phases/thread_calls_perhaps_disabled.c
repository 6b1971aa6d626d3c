/* Called under a condition that nobody knows: thread notifications may still come. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH && GetTickCount() > 1000) {
        DisableThreadLibraryCalls(instance);
    }
    load_bad();
    return TRUE;
}
