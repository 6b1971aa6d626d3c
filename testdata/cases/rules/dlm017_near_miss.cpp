/* A method of a pool. */
// options: --rules *
#include <windows.h>

struct Pool {
    void *malloc(int)
    {
        return &room;
    }
    int room = 0;
};
static Pool g_pool;
static void work_ok()
{
    g_pool.malloc(100);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
