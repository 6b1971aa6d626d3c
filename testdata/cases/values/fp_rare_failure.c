/* Known wrong: what only a rare failure reaches is an error, as if it happened every time. */
#include <windows.h>

static DWORD g_slot;

/* That a process has no memory left for one block, or no slot, is no reason to report the way out of
   it as certain: it should be possible, and a note. */
static void FP_give_up_without_memory(void)
{
    ExitProcess(255);
}

/* The same for a call that fails with one certain status. */
static void FP_start_server(void)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, 0);
    SC_HANDLE service = OpenServiceW(manager, L"RpcSs", SERVICE_START);
    StartServiceW(service, 0, NULL);
}

static void set_thread_data(void)
{
    void *data = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 64);
    if (data == NULL || !TlsSetValue(g_slot, data)) {
        FP_give_up_without_memory();
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_slot = TlsAlloc();
        set_thread_data();
        if (ReadFile(GetStdHandle(STD_INPUT_HANDLE), &g_slot, 0, NULL, NULL) == FALSE &&
            GetLastError() == RPC_S_SERVER_UNAVAILABLE) {
            FP_start_server();
        }
    }
    return TRUE;
}
