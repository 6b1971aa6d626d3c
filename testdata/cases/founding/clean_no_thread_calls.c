/* The DLL that every template makes: it keeps its handle and asks for no thread notifications. */
#include <windows.h>

static HINSTANCE g_instance;

HINSTANCE own_instance_ok(void)
{
    return g_instance;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_instance = instance;
        DisableThreadLibraryCalls(instance);
    }
    return TRUE;
}
