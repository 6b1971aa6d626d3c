/* A global whose constructor registers and whose destructor, at unload, ends it. */
#include <windows.h>

static DWORD g_slot;

static void WINAPI free_block_ok(void *block)
{
    HeapFree(GetProcessHeap(), 0, block);
}

struct thread_blocks {
    thread_blocks() { g_slot = FlsAlloc(free_block_ok); }
    ~thread_blocks() { FlsFree(g_slot); }
};

static thread_blocks g_blocks;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
