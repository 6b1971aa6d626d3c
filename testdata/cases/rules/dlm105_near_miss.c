/* The same pointer, but it was never looked up: it holds a function of this DLL. */
#include <windows.h>

typedef int (*work_function)(int);

static int twice_ok(int n)
{
    return 2 * n;
}

static FARPROC GetProcAddressOf_ok(const char *name)
{
    return name[0] == 'w' ? (FARPROC)twice_ok : NULL;
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)module;
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        work_function work = (work_function)GetProcAddressOf_ok("work");
        return work != NULL && work(1) == 2;
    }
    return TRUE;
}
