// Type information is memory of oleaut32, other objects of COM may be anything; loading is loading.
#define COBJMACROS
#include <windows.h>
#include <oleauto.h>

static ITypeLib *g_library;
static ITypeInfo *g_info;
static IDispatch *g_server;

static void forget_types_bad(void)
{
    ITypeInfo_Release(g_info);
    ITypeLib_Release(g_library);
}

static void forget_server_bad(void)
{
    IDispatch_Release(g_server);
}

static void count_ok(void)
{
    ITypeLib_AddRef(g_library);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        forget_types_bad();
        forget_server_bad();
    } else if (reason == DLL_THREAD_ATTACH) {
        count_ok();
    }
    return TRUE;
}
