/* A clean-up in another project may end the registration: the finding is only possible. */
#include <windows.h>

void shared_cleanup(void);

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void watch_bad(void)
{
    AddVectoredExceptionHandler(1, report_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        watch_bad();
        break;
    case DLL_PROCESS_DETACH:
        shared_cleanup();
        break;
    }
    return TRUE;
}
