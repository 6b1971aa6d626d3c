/* Modules that are there from the begin: the kernel, the program, and this one. */
// options: --rules *
#include <windows.h>

static HMODULE g_other, g_program, g_own;

static void work_ok(void)
{
    g_other = GetModuleHandleW(L"kernel32.dll");
    g_program = GetModuleHandleW(NULL);
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS, (LPCWSTR)&g_other, &g_own);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
