/* Empty branches, a line for the debugger, code that all reasons share. */
#include <windows.h>

static LONG g_calls;
static HINSTANCE g_instance;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    g_calls++;
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_instance = instance;
        DisableThreadLibraryCalls(instance);
        break;
    case DLL_THREAD_ATTACH:
        OutputDebugStringA("thread attach\n");
        break;
    case DLL_THREAD_DETACH:
        break;
    case DLL_PROCESS_DETACH:
        break;
    }
    return TRUE;
}
