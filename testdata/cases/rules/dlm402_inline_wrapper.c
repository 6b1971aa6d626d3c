/* The C header's inline function for a method, called from three places: three findings. */
#define FORCEINLINE __inline /* mingw-w64's own is extern, and its wrappers are static */
#define COBJMACROS
#define WIDL_C_INLINE_WRAPPERS
#include <windows.h>
#include <oaidl.h>

static IDispatch *g_first;
static IDispatch *g_second;
static IDispatch *g_third;

static void close_first_bad(void)
{
    IDispatch_Release(g_first);
}

static void close_others_bad(void)
{
    IDispatch_Release(g_second);
    IDispatch_Release(g_third);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_first_bad();
        close_others_bad();
    }
    return TRUE;
}
