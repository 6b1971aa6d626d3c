/* Asks for a DLL that may be half loaded. */
// options: --rules *
#include <windows.h>

static HMODULE g_other;

static void work_bad(void)
{
    g_other = GetModuleHandleW(L"other.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
