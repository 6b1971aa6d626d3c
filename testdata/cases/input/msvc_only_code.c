/* Code under _MSC_VER is read when the option says so. */
// options: --msvc
#include <windows.h>

#ifdef _MSC_VER
static void load_bad(void)
{
    LoadLibraryA("msvcrt_helper.dll");
}
#define START load_bad
#else
#define START GetTickCount
#endif

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        START();
    }
    return TRUE;
}
