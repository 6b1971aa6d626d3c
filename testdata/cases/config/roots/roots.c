// Roots of a project's own: what their kinds mean for phases and arguments. There is no DllMain.
#include <windows.h>

static void deep_bad(void) { LoadLibraryW(L"a.dll"); }

int host_init_bad(int mode)
{
    if (mode == 1)
        deep_bad();
    if (mode == 2)
        FreeLibrary(GetModuleHandleW(L"b.dll"));
    return 0;
}

BOOL WINAPI plugin_entry_bad(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_THREAD_ATTACH)
        LoadLibraryW(L"c.dll");
    return TRUE;
}

int host_initialise_ok(void)
{
    deep_bad();
    return 0;
}
