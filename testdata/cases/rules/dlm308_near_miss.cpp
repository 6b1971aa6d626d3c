/* Bears sleep. */
#include <windows.h>

namespace zoo
{
static int g_asleep;
void Sleep(int)
{
    ++g_asleep;
}
} // namespace zoo
static void work_ok()
{
    zoo::Sleep(500);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        work_ok();
    }
    return TRUE;
}
