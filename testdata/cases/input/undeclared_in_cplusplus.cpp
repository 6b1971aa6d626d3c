/* The same in C++, where an undeclared name is an error. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

static void enter_bad()
{
    CoInitialize(nullptr);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        enter_bad();
    }
    return TRUE;
}
