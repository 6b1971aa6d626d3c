/* A function whose name is nearly that of the one that makes streams in memory gives what it likes; and
   code that is not seen may put another stream in the place of one that is memory. */
#define COBJMACROS
#include <objbase.h>
#include <windows.h>

static IStream *g_stream;
static IStream *g_replaced;
static IUnknown *g_server;

__declspec(dllimport) void replace_stream(IStream **stream);

static HRESULT CreateStreamOnFile(HGLOBAL memory, BOOL keep, IStream **stream)
{
    return IUnknown_QueryInterface(g_server, &IID_IStream, (void **)stream);
}

__declspec(dllexport) HRESULT keep_ok(IUnknown *server)
{
    g_server = server;
    CreateStreamOnHGlobal(NULL, TRUE, &g_replaced);
    replace_stream(&g_replaced);
    return CreateStreamOnFile(NULL, TRUE, &g_stream);
}

static void let_go_bad(void)
{
    IStream_Release(g_stream);
    IStream_Release(g_replaced);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        let_go_bad();
    }
    return TRUE;
}
