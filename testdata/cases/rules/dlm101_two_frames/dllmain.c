/* Two frames and another unit away. */
#include <windows.h>

BOOL plugins_open_bad(const char *folder);

static BOOL start_bad(void)
{
    return plugins_open_bad("plugins");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return reason != DLL_THREAD_DETACH || start_bad();
}
