/* COM in C: through the table, and by the macro that hides it. */
#define COBJMACROS
#include <windows.h>
#include <objbase.h>

static IStream *g_stream;
static IUnknown *g_site;

static void close_stream_bad(void)
{
    g_stream->lpVtbl->Release(g_stream);
}

static void close_site_bad(void)
{
    IUnknown_Release(g_site);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_stream_bad();
        close_site_bad();
    }
    return TRUE;
}
