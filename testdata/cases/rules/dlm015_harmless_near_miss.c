/* The rule is off by default. */
#include <windows.h>
#include <shlwapi.h>

static WCHAR g_path[MAX_PATH];

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        PathRemoveFileSpecW(g_path);
    }
    return TRUE;
}
