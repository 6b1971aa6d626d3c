// An interface of the module's own, in the shape of COM: its implementation runs.  The same through
// an interface of Windows is a COM call, unless the object is certainly the module's.
#include <windows.h>
#include <unknwn.h>

struct IStore : public IUnknown {
    virtual HRESULT WINAPI Save() = 0;
};

class Store : public IStore {
public:
    HRESULT WINAPI QueryInterface(REFIID, void **out) override
    {
        *out = this;
        return S_OK;
    }
    ULONG WINAPI AddRef() override { return 2; }
    ULONG WINAPI Release() override { return 1; }
    HRESULT WINAPI Save() override;
};

static void save_bad()
{
    LoadLibraryA("store.dll");
}

HRESULT Store::Save()
{
    save_bad();
    return S_OK;
}

static IStore *g_store;
static IUnknown *g_site;
static Store g_own;

extern "C" __declspec(dllexport) void set_site(IUnknown *site, IStore *store)
{
    g_site = site;
    g_store = store;
}

static void store_ok()
{
    g_store->AddRef();
    g_store->Release();
    IUnknown &own = g_own;
    own.Release();
}

static void site_bad()
{
    g_site->Release();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr && g_site != nullptr) {
        g_store->Save();
        store_ok();
        site_bad();
    }
    return TRUE;
}
