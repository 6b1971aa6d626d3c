/* The callback of fiber-local storage outlives the DLL; an index without a callback does not matter. */
#include <windows.h>

static DWORD g_slot, g_plain;

static void WINAPI free_block_ok(void *block)
{
    HeapFree(GetProcessHeap(), 0, block);
}

struct thread_blocks_bad {
    thread_blocks_bad()
    {
        g_plain = FlsAlloc(nullptr);
        g_slot = FlsAlloc(free_block_ok);
    }
};

static thread_blocks_bad g_blocks;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
