/* The twin of weak_definition: the weak one loads a library, but the other unit replaces it. */
#include <windows.h>

void init(void);

__attribute__((weak)) void init(void)
{
    LoadLibraryA("default.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        init();
    }
    return TRUE;
}
