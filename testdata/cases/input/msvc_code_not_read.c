/* The same without the option: the code is not there. */
#include <windows.h>

static void start_ok(void)
{
#ifdef _MSC_VER
    LoadLibraryA("msvcrt_helper.dll");
#endif
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        start_ok();
    }
    return TRUE;
}
