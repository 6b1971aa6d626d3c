/* A plug-in that is called by the exports alone; at attach its function is only looked up. */
#include <windows.h>

typedef int (*work_function)(int);

static work_function g_work;

__declspec(dllexport) int do_work_ok(int n)
{
    return g_work != NULL ? g_work(n) : 0;
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)module;
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        g_work = (work_function)GetProcAddress(GetModuleHandleW(L"host.dll"), "work");
    }
    return TRUE;
}
