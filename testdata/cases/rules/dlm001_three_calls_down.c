/* Detach frees a list and a table, whatever lpvReserved says; one finding for all of it. */
#include <windows.h>

struct font {
    struct font *next;
    WCHAR *name;
};

static struct font *g_fonts;
static void *g_table;

static void free_font_ok(struct font *font)
{
    HeapFree(GetProcessHeap(), 0, font->name);
    HeapFree(GetProcessHeap(), 0, font);
}

static void free_fonts_ok(void)
{
    struct font *font, *next;

    for (font = g_fonts; font != NULL; font = next) {
        next = font->next;
        free_font_ok(font);
    }
}

static void shutdown_bad(void)
{
    free_fonts_ok();
    HeapFree(GetProcessHeap(), 0, g_table);
    g_table = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        DisableThreadLibraryCalls(instance);
        break;
    case DLL_PROCESS_DETACH:
        shutdown_bad();
        break;
    }
    return TRUE;
}
