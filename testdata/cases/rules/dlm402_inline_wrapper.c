/* The C header's inline function for a method, called from three places: three findings. */
#define FORCEINLINE __inline /* mingw-w64's own is extern, and its wrappers are static */
#define COBJMACROS
#define WIDL_C_INLINE_WRAPPERS
#include <windows.h>
#include <oaidl.h>

static ITypeInfo *g_first;
static ITypeInfo *g_second;
static ITypeInfo *g_third;

static void close_first_bad(void)
{
    ITypeInfo_Release(g_first);
}

static void close_others_bad(void)
{
    ITypeInfo_Release(g_second);
    ITypeInfo_Release(g_third);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_first_bad();
        close_others_bad();
    }
    return TRUE;
}
