/* A message for the debugger only. */
// options: --rules *
#include <windows.h>

static void work_ok(void)
{
    OutputDebugStringW(L"loaded\n");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
