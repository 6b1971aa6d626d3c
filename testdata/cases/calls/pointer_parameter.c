/* A function is handed to a helper of our own, which calls it. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void count_ok(void)
{
    SetLastError(ERROR_SUCCESS);
}

static void run(void (*task)(void))
{
    task();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        run(load_bad);
    } else {
        run(count_ok);
    }
    return TRUE;
}
