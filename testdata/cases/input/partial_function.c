/* A function with an error inside: what is found in it is only possible, and the function is named. */
#include <windows.h>

static void load_bad(void)
{
    unknown_type value = 1;

    LoadLibraryA("codec.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad();
    }
    return TRUE;
}
