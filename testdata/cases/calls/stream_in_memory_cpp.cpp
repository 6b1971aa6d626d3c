// Methods of C++ are asked what made their object, too: one stream is memory, the other one is whatever
// the server gives.
#include <objbase.h>
#include <windows.h>

static IStream *g_stream;
static IStream *g_loaded;

extern "C" __declspec(dllexport) HRESULT keep_ok(IPersistStream *server)
{
    if (server->QueryInterface(IID_IStream, reinterpret_cast<void **>(&g_loaded)) != S_OK) {
        return E_FAIL;
    }
    return CreateStreamOnHGlobal(nullptr, TRUE, &g_stream);
}

static void let_memory_go_ok()
{
    if (g_stream != nullptr) {
        g_stream->Revert();
        g_stream->Release();
    }
}

static void let_server_go_bad()
{
    if (g_loaded != nullptr) {
        g_loaded->Release();
    }
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        let_memory_go_ok();
        let_server_go_bad();
    }
    return TRUE;
}
