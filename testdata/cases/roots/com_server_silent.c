/* The exports of a COM server: COM calls them when the loader lock is not held. */
#include <windows.h>
#include <objbase.h>

static HINSTANCE g_module;
static LONG g_objects;

static IUnknown *make_helper_ok(void)
{
    IUnknown *helper = NULL;
    static const CLSID helper_class = {1, 2, 3, {4}};
    if (FAILED(CoCreateInstance(&helper_class, NULL, CLSCTX_INPROC_SERVER, &IID_IUnknown, (void **)&helper))) {
        return NULL;
    }
    return helper;
}

STDAPI DllGetClassObject(REFCLSID clsid, REFIID iid, void **object)
{
    (void)clsid;
    IUnknown *helper = make_helper_ok();
    return helper == NULL ? E_FAIL : IUnknown_QueryInterface(helper, iid, object);
}

STDAPI DllCanUnloadNow(void)
{
    CoFreeUnusedLibraries();
    return g_objects == 0 ? S_OK : S_FALSE;
}

STDAPI DllRegisterServer(void)
{
    return LoadLibraryW(L"registrar.dll") == NULL ? E_FAIL : S_OK;
}

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        g_module = module;
        DisableThreadLibraryCalls(module);
    }
    return TRUE;
}
