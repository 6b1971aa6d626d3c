/* Excel calls xlAutoOpen and xlAutoClose itself, and MAPI belongs to its own thread. */
#include <windows.h>
#include <mapix.h>

struct xloper12;
int __cdecl Excel12(int function, struct xloper12 *result, int count, ...);

enum { XLF_REGISTER = 149 };

__declspec(dllexport) int WINAPI xlAutoOpen_ok(void)
{
    return Excel12(XLF_REGISTER, NULL, 0) == 0;
}

__declspec(dllexport) DWORD WINAPI mail_thread_ok(void *parameter)
{
    if (SUCCEEDED(MAPIInitialize(NULL))) {
        MAPIUninitialize();
    }
    return 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        DisableThreadLibraryCalls(instance);
    }
    return TRUE;
}
