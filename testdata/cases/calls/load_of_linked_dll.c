/* The DLL that is loaded is one whose functions this module imports: it is there already, and the call
   only counts one more reference.  Nothing is freed for good, either. */
#include <windows.h>
#include <winhttp.h>

static HMODULE g_http;

/* The module cannot have been loaded without this DLL; but the page forbids the call. */
static void load_linked_bad(void)
{
    g_http = LoadLibraryW(L"WinHTTP");
}

static void free_linked_bad(void)
{
    FreeLibrary(g_http);
}

/* It is there, so that nothing is loaded. */
static void load_if_missing_ok(void)
{
    if (GetModuleHandleW(L"winhttp.dll") == NULL) {
        LoadLibraryW(L"winhttp.dll");
    }
}

/* This one may be missing. */
static void load_if_missing_bad(void)
{
    if (GetModuleHandleW(L"comdlg32.dll") == NULL) {
        LoadLibraryW(L"comdlg32.dll");
    }
}

/* The same DLL by a path may be another one. */
static void load_copy_bad(void)
{
    LoadLibraryA("C:\\vendor\\winhttp.dll");
}

/* Of this one only a type is used. */
static void load_other_bad(void)
{
    DWORD(WINAPI *time)(void) = NULL;
    HMODULE winmm = LoadLibraryA("winmm.dll");

    if (winmm != NULL) {
        time = (DWORD(WINAPI *)(void))GetProcAddress(winmm, "timeGetTime");
    }
}

__declspec(dllexport) HINTERNET open_session(void)
{
    return WinHttpOpen(L"core", 0, NULL, NULL, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_linked_bad();
        load_if_missing_ok();
        load_if_missing_bad();
        load_copy_bad();
        load_other_bad();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        free_linked_bad();
    }
    return TRUE;
}
