/* A pointer in a local; the last assignment before the call counts. */
#include <windows.h>

typedef void hook(void);

static void load_ok(void)
{
    LoadLibraryA("never.dll");
}

static void wait_bad(void)
{
    WaitForSingleObject(GetCurrentProcess(), INFINITE);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    hook *run = load_ok;

    run = &wait_bad;
    if (reason == DLL_PROCESS_ATTACH) {
        (*run)();
    }
    return TRUE;
}
