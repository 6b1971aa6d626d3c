/* Code that has delayed imports loaded: some DLL is linked that way, and nobody says which. */
#include <windows.h>
#include <winhttp.h>

HRESULT WINAPI __HrLoadAllImportsForDll(const char *name);

static void load_linked_bad(void)
{
    LoadLibraryA("winhttp.dll");
}

__declspec(dllexport) HINTERNET open_session(void)
{
    __HrLoadAllImportsForDll("winhttp.dll");
    return WinHttpOpen(L"core", 0, NULL, NULL, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_linked_bad();
    }
    return TRUE;
}
