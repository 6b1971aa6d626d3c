/* A lock for ships. */
#include <windows.h>

struct Canal {
    void AcquireSRWLockExclusive()
    {
        ++ships;
    }
    int ships = 0;
};
static Canal g_canal;
static void work_ok()
{
    g_canal.AcquireSRWLockExclusive();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        work_ok();
    }
    return TRUE;
}
