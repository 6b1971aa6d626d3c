/* A helper is started when the DLL is loaded. */
#include <windows.h>

static void work_bad(void)
{
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION process;

    CreateProcessW(L"helper.exe", NULL, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_bad();
    }
    return TRUE;
}
