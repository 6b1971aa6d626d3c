/* The twin of dlm402_own_object: interface and table of our own, and methods that only count. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

typedef struct IFoo IFoo;

typedef struct {
    HRESULT(WINAPI *QueryInterface)(IFoo *self, REFIID iid, void **out);
    ULONG(WINAPI *AddRef)(IFoo *self);
    ULONG(WINAPI *Release)(IFoo *self);
} IFooVtbl;

struct IFoo {
    const IFooVtbl *lpVtbl;
};

#define IFoo_Release(self) (self)->lpVtbl->Release(self)

struct foo {
    IFoo IFoo_iface;
    LONG references;
};

static HRESULT WINAPI query_ok(IFoo *self, REFIID iid, void **out)
{
    *out = NULL;
    return E_NOINTERFACE;
}

static ULONG WINAPI add_ref_ok(IFoo *self)
{
    return InterlockedIncrement(&CONTAINING_RECORD(self, struct foo, IFoo_iface)->references);
}

static ULONG WINAPI release_ok(IFoo *self)
{
    return InterlockedDecrement(&CONTAINING_RECORD(self, struct foo, IFoo_iface)->references);
}

static const IFooVtbl foo_table = {query_ok, add_ref_ok, release_ok};
static struct foo g_foo = {{&foo_table}, 1};

static void close_ok(struct foo *foo)
{
    IFoo_Release(&foo->IFoo_iface);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_ok(&g_foo);
    }
    return TRUE;
}
