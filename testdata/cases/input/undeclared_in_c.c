/* The header that declares CoInitialize is not included: only the bare name is known. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

static void enter_bad(void)
{
    CoInitialize(NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        enter_bad();
    }
    return TRUE;
}
