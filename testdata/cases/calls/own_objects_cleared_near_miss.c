/* Objects of others are copied into one of the arrays: those are COM, whoever they belong to. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>
#include <stdlib.h>

struct names {
    IUnknown IUnknown_iface;
    LONG references;
    HMODULE library;
};

struct font {
    IUnknown *names[2];
};

static ULONG WINAPI names_release_ok(IUnknown *self)
{
    struct names *names = CONTAINING_RECORD(self, struct names, IUnknown_iface);

    return (ULONG)InterlockedDecrement(&names->references);
}

static const IUnknownVtbl names_table = {NULL, NULL, names_release_ok};
static struct font *g_font, *g_copy;
static IUnknown **g_list;

static HRESULT create_names(IUnknown **out)
{
    struct names *names = HeapAlloc(GetProcessHeap(), 0, sizeof *names);

    if (names == NULL) {
        return E_OUTOFMEMORY;
    }
    names->IUnknown_iface.lpVtbl = (IUnknownVtbl *)&names_table;
    names->references = 1;
    *out = &names->IUnknown_iface;
    return S_OK;
}

void make_font(int kind)
{
    g_font = HeapAlloc(GetProcessHeap(), 0, sizeof *g_font);
    memset(g_font->names, 0, sizeof g_font->names);
    create_names(&g_font->names[kind]);
}

void copy_font(IUnknown **others)
{
    g_copy = HeapAlloc(GetProcessHeap(), 0, sizeof *g_copy);
    create_names(&g_copy->names[1]);
    memcpy(g_copy->names, others, sizeof *others);
}

void add_names(int n)
{
    g_list = realloc(g_list, (n + 1) * sizeof *g_list);
    memmove(&g_list[1], &g_list[0], n * sizeof *g_list);
    create_names(&g_list[0]);
}

void add_other(IUnknown **others, int n)
{
    g_list[n] = others[0];
}

static void release_font_ok(struct font *font)
{
    for (int i = 0; i < 2; i++) {
        if (font->names[i] != NULL) {
            IUnknown_Release(font->names[i]);
        }
    }
}

static void release_copy_bad(void)
{
    IUnknown_Release(g_copy->names[0]);
    IUnknown_Release(g_list[0]);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL && g_font != NULL) {
        release_font_ok(g_font);
        release_copy_bad();
    }
    return TRUE;
}
