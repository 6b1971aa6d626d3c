/* What is done only after an allocation has failed, or the like, is possible and a note: that a
   process has no memory left for one block is no reason to call it an error. */
#include <windows.h>
#include <stdlib.h>

static DWORD g_slot;
static HANDLE g_event;

static void no_memory_bad(void)
{
    ExitProcess(255);
}

static void no_event_bad(void)
{
    LoadLibraryA("fallback.dll");
}

static void not_set_up_bad(void)
{
    LoadLibraryA("report.dll");
}

static void no_slot_bad(void)
{
    LoadLibraryA("slots.dll");
}

/* A wrapper that fails as what it wraps. */
static void *allocate_ok(size_t size)
{
    void *block = malloc(size);
    if (!block) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    return block;
}

/* One that tells it by a code. */
static HRESULT set_up_ok(void)
{
    void *data = allocate_ok(64);
    if (data == NULL) {
        return E_OUTOFMEMORY;
    }
    free(data);
    return S_OK;
}

static void set_thread_data_bad(void)
{
    void *data = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 64);
    if (data == NULL || !TlsSetValue(g_slot, data)) {
        no_memory_bad();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason != DLL_PROCESS_ATTACH) {
        return TRUE;
    }
    g_slot = TlsAlloc();
    if (g_slot == TLS_OUT_OF_INDEXES) {
        no_slot_bad();
        return FALSE;
    }
    set_thread_data_bad();
    g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (!g_event) {
        no_event_bad();
    }
    HRESULT hr = set_up_ok();
    if (FAILED(hr)) {
        not_set_up_bad();
    }
    return TRUE;
}
