/* A method of the same name. */
#include <windows.h>

struct Register {
    int RegOpenKeyExW(const wchar_t *)
    {
        return ++opened;
    }
    int opened = 0;
};
static Register g_register;
static void work_ok()
{
    g_register.RegOpenKeyExW(L"drawer");
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
