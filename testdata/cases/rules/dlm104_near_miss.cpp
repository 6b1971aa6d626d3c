/* A handle of a module of a rocket. */
// options: --rules *
#include <windows.h>

struct Rocket {
    int GetModuleHandleW(const wchar_t *)
    {
        return 1;
    }
};
static Rocket g_rocket;
static void work_ok()
{
    g_rocket.GetModuleHandleW(L"lander");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
