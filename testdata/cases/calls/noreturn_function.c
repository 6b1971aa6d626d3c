/* Behind a call of a function that is declared noreturn nothing is reached. */
#include <windows.h>

__attribute__((noreturn)) void report_and_stop(const char *text);

static void load_ok(void)
{
    LoadLibraryA("never.dll");
}

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        report_and_stop("not supported");
        load_ok();
    }
    load_bad();
    return TRUE;
}
