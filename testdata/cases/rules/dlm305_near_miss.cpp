/* Dinner is called once. */
#include <windows.h>

namespace menu
{
static int g_served;
void call_once(void (*)())
{
    ++g_served;
}
} // namespace menu
static void work_ok()
{
    menu::call_once(nullptr);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_THREAD_DETACH) {
        work_ok();
    }
    return TRUE;
}
