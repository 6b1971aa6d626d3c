/* What is not followed at attach ends nothing at unload. */
#include <windows.h>

void shared_setup(void);

static LONG CALLBACK report_ok(EXCEPTION_POINTERS *pointers)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void watch_bad(void)
{
    shared_setup();
    AddVectoredExceptionHandler(1, report_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        watch_bad();
    }
    return TRUE;
}
