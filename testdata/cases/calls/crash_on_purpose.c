/* Nothing comes after a store through a null pointer; a handler, and code behind other stores, does. */
#include <windows.h>

static void crash(void)
{
    *((volatile int *)NULL) = 0;
}

static void give_up_ok(void)
{
    crash();
    ExitProcess(3);
}

static void by_name_ok(void)
{
    int *nowhere = NULL;
    *nowhere = 1;
    LoadLibraryA("after.dll");
}

static void handled_bad(void)
{
    __try {
        *((int *)NULL) = 0;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        LoadLibraryA("handler.dll");
    }
}

static void stored_bad(int *somewhere)
{
    if (somewhere != NULL) {
        *somewhere = 1;
        LoadLibraryA("stored.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        handled_bad();
        stored_bad((int *)TlsGetValue(0));
        if (TlsGetValue(1) != NULL) {
            give_up_ok();
        }
        by_name_ok();
    }
    return TRUE;
}
