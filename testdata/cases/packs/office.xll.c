/* Every name of the pack office.xll, in both phases of the process. */
#include <windows.h>

/* not in mingw-w64 */
struct xloper;
struct xloper12;
__declspec(dllimport) int __cdecl Excel4(int function, struct xloper *result, int count, ...);
__declspec(dllimport) int __stdcall Excel4v(
    int function, struct xloper *result, int count, struct xloper *values[]);
int __cdecl Excel12(int function, struct xloper12 *result, int count, ...);
int __stdcall Excel12v(int function, struct xloper12 *result, int count, struct xloper12 *values[]);

static void calls_bad(void)
{
    Excel12(8, NULL, 0);
    Excel12v(0, NULL, 0, NULL);
    Excel4(8, NULL, 0);
    Excel4v(0, NULL, 0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
