/* A declaration of our own, without windows.h and without a body anywhere, is the API. */
#include <stdarg.h>
#include <windef.h>
#include <winnt.h>

HMODULE WINAPI LoadLibraryA(const char *name);

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        load_bad();
    }
    return TRUE;
}
