/* A guard at the exit. */
// options: --rules *
#include <windows.h>

struct Theatre {
    void atexit(void (*)())
    {
        ++doors;
    }
    int doors = 0;
};
static Theatre g_theatre;
static void work_ok()
{
    g_theatre.atexit(nullptr);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
