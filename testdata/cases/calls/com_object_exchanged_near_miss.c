/* Another function keeps an object that it is handed in the same field: it is COM. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

struct part {
    IUnknown IUnknown_iface;
    HMODULE library;
};

struct owner {
    IPersist IPersist_iface;
    LONG references;
    IUnknown *part;
};

static ULONG WINAPI part_release_ok(IUnknown *self)
{
    struct part *part = CONTAINING_RECORD(self, struct part, IUnknown_iface);

    FreeLibrary(part->library);
    return 0;
}

static const IUnknownVtbl part_table = {NULL, NULL, part_release_ok};

static HRESULT create_part(IUnknown **out)
{
    struct part *part = HeapAlloc(GetProcessHeap(), 0, sizeof *part);

    part->IUnknown_iface.lpVtbl = (IUnknownVtbl *)&part_table;
    *out = &part->IUnknown_iface;
    return S_OK;
}

/* As in a project's own header: the body of the exchange is seen. */
static inline void *exchange_if(void *volatile *place, void *value, void *old)
{
    return __sync_val_compare_and_swap(place, old, value);
}

static HRESULT WINAPI owner_id(IPersist *self, CLSID *id)
{
    struct owner *owner = CONTAINING_RECORD(self, struct owner, IPersist_iface);
    IUnknown *part;

    if (SUCCEEDED(create_part(&part)) && exchange_if((void **)&owner->part, part, NULL) != NULL) {
        IUnknown_Release(part);
    }
    return S_OK;
}

static const IPersistVtbl owner_table = {NULL, NULL, NULL, owner_id};
static IPersist *g_owner;

HRESULT create_owner(IPersist **out)
{
    struct owner *owner = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *owner);

    owner->IPersist_iface.lpVtbl = (IPersistVtbl *)&owner_table;
    InterlockedCompareExchangePointer((void **)&g_owner, &owner->IPersist_iface, NULL);
    *out = &owner->IPersist_iface;
    return S_OK;
}

void keep_part(struct owner *owner, IUnknown *part)
{
    exchange_if((void **)&owner->part, part, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL && g_owner != NULL) {
        struct owner *owner = CONTAINING_RECORD(g_owner, struct owner, IPersist_iface);

        IUnknown_Release(owner->part);
    }
    return TRUE;
}
