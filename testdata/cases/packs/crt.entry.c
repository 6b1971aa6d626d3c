/* The functions that start the runtime. */
#include <windows.h>
#include <process.h>

/* not in mingw-w64 */
__declspec(dllimport) BOOL WINAPI _CRT_INIT(HINSTANCE, DWORD, LPVOID);
__declspec(dllimport) BOOL WINAPI _DllMainCRTStartup(HINSTANCE, DWORD, LPVOID);
__declspec(dllimport) BOOL WINAPI DllMainCRTStartup(HINSTANCE, DWORD, LPVOID);
__declspec(dllimport) void __security_init_cookie(void);

static void all_ok(void)
{
    _CRT_INIT(0, 0, 0);
    _DllMainCRTStartup(0, 0, 0);
    DllMainCRTStartup(0, 0, 0);
    __security_init_cookie();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_ok();
    return TRUE;
}
