/* Release through an interface that is derived from IUnknown two steps up. */
#include <windows.h>
#include <objbase.h>

static IStream *g_stream;

static void close_bad()
{
    if (g_stream) {
        g_stream->Release();
    }
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && !reserved) {
        close_bad();
    }
    return TRUE;
}
