/* A namespace of our own. */
#include <windows.h>

namespace shop
{
static int g_made;
void CLRCreateInstance()
{
    ++g_made;
}
} // namespace shop
static void work_ok()
{
    shop::CLRCreateInstance();
}

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        work_ok();
    }
    return TRUE;
}
