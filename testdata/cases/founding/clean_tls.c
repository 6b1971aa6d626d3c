/* A clean DLL: a TLS slot, filled per thread with heap memory. */
#include <windows.h>

static DWORD g_slot = TLS_OUT_OF_INDEXES;

static void attach_thread_ok(void)
{
    TlsSetValue(g_slot, HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 64));
}

static void detach_thread_ok(void)
{
    void *block = TlsGetValue(g_slot);
    if (block != NULL) {
        HeapFree(GetProcessHeap(), 0, block);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_slot = TlsAlloc();
        if (g_slot == TLS_OUT_OF_INDEXES) {
            return FALSE;
        }
        /* fall through */
    case DLL_THREAD_ATTACH:
        attach_thread_ok();
        break;
    case DLL_THREAD_DETACH:
        detach_thread_ok();
        break;
    case DLL_PROCESS_DETACH:
        detach_thread_ok();
        TlsFree(g_slot);
        break;
    }
    return TRUE;
}
