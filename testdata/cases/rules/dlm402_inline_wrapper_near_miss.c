/* Inline wrappers that nothing under the lock calls. */
#define FORCEINLINE __inline /* mingw-w64's own is extern, and its wrappers are static */
#define COBJMACROS
#define WIDL_C_INLINE_WRAPPERS
#include <windows.h>
#include <oaidl.h>

static IDispatch *g_info;

__declspec(dllexport) void close_info_ok(void)
{
    IDispatch_Release(g_info);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        g_info = NULL;
    }
    return TRUE;
}
