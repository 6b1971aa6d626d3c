/* FlsFree calls the function that FlsAlloc was handed, before it returns, for each value that is left:
   under the loader lock in DllMain.  When a thread ends, it is called without that lock. */
#include <windows.h>

static DWORD g_blocks = FLS_OUT_OF_INDEXES;
static DWORD g_names = FLS_OUT_OF_INDEXES;
static DWORD g_plain = FLS_OUT_OF_INDEXES;
static DWORD g_kept;

static void WINAPI end_block_bad(void *block)
{
    FreeLibrary(block);
}

/* Nobody frees the index. */
static void WINAPI end_kept_ok(void *module)
{
    FreeLibrary(module);
}

static void WINAPI end_name_ok(void *name)
{
    HeapFree(GetProcessHeap(), 0, name);
}

static void free_blocks_bad(void)
{
    FlsFree(g_blocks);
}

static void free_names_ok(void)
{
    FlsFree(g_names);
    FlsFree(g_plain);
}

static BOOL start_ok(void)
{
    g_names = FlsAlloc(end_name_ok);
    g_blocks = FlsAlloc(end_block_bad);
    g_plain = FlsAlloc(NULL);
    return g_blocks != FLS_OUT_OF_INDEXES;
}

__declspec(dllexport) void keep_ok(void)
{
    g_kept = FlsAlloc(end_kept_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return start_ok();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        free_blocks_bad();
        free_names_ok();
    }
    return TRUE;
}
