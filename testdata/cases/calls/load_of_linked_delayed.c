// options: --delay-load winhttp.dll
/* What is linked, but loaded only when it is first called, is not there yet. */
#include <windows.h>
#include <winhttp.h>

static void load_linked_bad(void)
{
    LoadLibraryA("winhttp.dll");
}

__declspec(dllexport) HINTERNET open_session(void)
{
    return WinHttpOpen(L"core", 0, NULL, NULL, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_linked_bad();
    }
    return TRUE;
}
