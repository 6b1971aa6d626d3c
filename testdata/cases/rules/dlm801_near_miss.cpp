/* A process of production, not of the system. */
#include <windows.h>

namespace shop
{
static int g_made;
void CreateProcessW(int)
{
    ++g_made;
}
} // namespace shop
static void work_ok()
{
    shop::CreateProcessW(1);
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
