/* Each function that starts the .NET run time. */
#include <windows.h>

/* not in mingw-w64 */
__declspec(dllimport) HRESULT WINAPI CLRCreateInstance(REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) HRESULT WINAPI CorBindToRuntime(LPCWSTR, LPCWSTR, REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) HRESULT WINAPI CorBindToRuntimeEx(LPCWSTR, LPCWSTR, DWORD, REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) HRESULT WINAPI CorBindToCurrentRuntime(LPCWSTR, REFCLSID, REFIID, LPVOID *);
__declspec(dllimport) int coreclr_initialize(const char *, const char *, int, const char **, const char **, void **, unsigned *);
__declspec(dllimport) int coreclr_create_delegate(void *, unsigned, const char *, const char *, const char *, void **);
__declspec(dllimport) int coreclr_execute_assembly(void *, unsigned, int, const char **, const char *, unsigned *);
__declspec(dllimport) int hostfxr_get_runtime_delegate(void *, int, void **);
__declspec(dllimport) int hostfxr_initialize_for_runtime_config(const wchar_t *, const void *, void **);
__declspec(dllimport) int hostfxr_main(int, const wchar_t **);
__declspec(dllimport) int hostfxr_run_app(void *);

static void all_bad(void)
{
    CLRCreateInstance(0, 0, 0);
    CorBindToCurrentRuntime(0, 0, 0, 0);
    CorBindToRuntime(0, 0, 0, 0, 0);
    CorBindToRuntimeEx(0, 0, 0, 0, 0, 0);
    coreclr_create_delegate(0, 0, 0, 0, 0, 0);
    coreclr_execute_assembly(0, 0, 0, 0, 0, 0);
    coreclr_initialize(0, 0, 0, 0, 0, 0, 0);
    hostfxr_get_runtime_delegate(0, 0, 0);
    hostfxr_initialize_for_runtime_config(0, 0, 0);
    hostfxr_main(0, 0);
    hostfxr_run_app(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    return TRUE;
}
