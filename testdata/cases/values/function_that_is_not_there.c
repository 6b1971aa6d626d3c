/* GetProcAddress may give NULL, and usually does where somebody asks for it. */
#include <windows.h>

static void load_fallback_bad(void)
{
    FARPROC set = GetProcAddress(GetModuleHandleA("kernel32.dll"), "SetThreadDescription");

    if (!set) {
        LoadLibraryA("threadnames.dll");
    }
}

static void load_helper_bad(void)
{
    FARPROC set = GetProcAddress(GetModuleHandleA("kernel32.dll"), "SetThreadDescription");

    if (set != NULL) {
        LoadLibraryA("modern.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_fallback_bad();
        load_helper_bad();
    }
    return TRUE;
}
