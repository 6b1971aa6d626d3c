/* Known wrong: a stream that CreateStreamOnHGlobal makes is memory and nothing else, like the type
   descriptions of DLM407; its Release is no call of a server. */
#define COBJMACROS
#include <objbase.h>
#include <windows.h>

static IStream *g_stream;

__declspec(dllexport) HRESULT keep_ok(void)
{
    return CreateStreamOnHGlobal(NULL, TRUE, &g_stream);
}

/* Which objects an API gives is known for the module's own ones only. */
static void FP_let_go(void)
{
    if (g_stream) {
        IStream_Release(g_stream);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        FP_let_go();
    }
    return TRUE;
}
