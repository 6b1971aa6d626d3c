/* Known wrong: the DLL that is loaded is one whose functions this module imports, so that it is there
   already; a note would do.  Which import belongs to which DLL is known only to the linker. */
#include <windows.h>
#include <winhttp.h>

static HMODULE g_http;

/* The module cannot have been loaded without this DLL. */
static void FP_load_linked(void)
{
    g_http = LoadLibraryA("winhttp.dll");
}

__declspec(dllexport) HINTERNET open_session(void)
{
    return WinHttpOpen(L"core", 0, NULL, NULL, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        FP_load_linked();
    }
    return TRUE;
}
