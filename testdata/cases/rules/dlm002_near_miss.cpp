/* Somebody is set free. */
// options: --rules *
#include <windows.h>

struct Prison {
    void free(int)
    {
        ++released;
    }
    int released = 0;
};
static Prison g_prison;
static void work_ok()
{
    g_prison.free(1);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved != NULL) {
        work_ok();
    }
    return TRUE;
}
