/* Which of two functions is called, nobody knows: a possible path. */
#include <windows.h>

typedef void hook(void);

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void count_ok(void)
{
    SetLastError(ERROR_SUCCESS);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    hook *run = GetTickCount() & 1 ? load_bad : count_ok;

    if (reason == DLL_PROCESS_ATTACH) {
        run();
    }
    return TRUE;
}
