/* The same; what the objects' own Release does is reported. */
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

static ULONG WINAPI names_release_bad(IUnknown *self)
{
    struct names *names = CONTAINING_RECORD(self, struct names, IUnknown_iface);

    FreeLibrary(names->library);
    return 0;
}

static const IUnknownVtbl names_table = {NULL, NULL, names_release_bad};
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

void copy_font(void)
{
    g_copy = HeapAlloc(GetProcessHeap(), 0, sizeof *g_copy);
    memcpy(g_copy->names, g_font->names, sizeof g_copy->names);
}

void add_names(int n)
{
    g_list = realloc(g_list, (n + 1) * sizeof *g_list);
    memmove(&g_list[1], &g_list[0], n * sizeof *g_list);
    create_names(&g_list[0]);
}

static void release_font_bad(struct font *font)
{
    for (int i = 0; i < 2; i++) {
        if (font->names[i] != NULL) {
            IUnknown_Release(font->names[i]);
        }
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL && g_font != NULL) {
        release_font_bad(g_copy);
    }
    return TRUE;
}
