// show: cuts
/* What is in every process is only counted, not loaded; but the page forbids the call. */
#include <windows.h>

typedef void(WINAPI *precise_time)(FILETIME *time);

static FILETIME g_start;

static void start_clock_bad(void)
{
    HMODULE kernel = LoadLibraryA("kernel32.dll");
    precise_time now = (precise_time)GetProcAddress(kernel, "GetSystemTimeOfNextYear");

    if (now) {
        now(&g_start);
    }
    FreeLibrary(kernel);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_clock_bad();
    }
    return TRUE;
}
