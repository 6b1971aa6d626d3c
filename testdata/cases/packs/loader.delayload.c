/* Each function that loads delayed imports. */
#include <windows.h>
#include <delayimp.h>

/* not in mingw-w64 */
__declspec(dllimport) PVOID WINAPI ResolveDelayLoadedAPI(PVOID, const void *, void *, void *, void *, ULONG);
__declspec(dllimport) NTSTATUS WINAPI ResolveDelayLoadsFromDll(PVOID, LPCSTR, ULONG);
__declspec(dllimport) BOOL WINAPI __FUnloadDelayLoadedDLL(LPCSTR);
__declspec(dllimport) FARPROC WINAPI __delayLoadHelper2(const void *, FARPROC *);

static void all_bad(void)
{
    ResolveDelayLoadedAPI(0, 0, 0, 0, 0, 0);
    ResolveDelayLoadsFromDll(0, 0, 0);
    __FUnloadDelayLoadedDLL(0);
    __FUnloadDelayLoadedDLL2(0);
    __HrLoadAllImportsForDll(0);
    __delayLoadHelper2(0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    return TRUE;
}
