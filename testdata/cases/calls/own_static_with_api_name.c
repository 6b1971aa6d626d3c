/* A static function named LoadLibraryA, in a unit that does not see the real one. */
#include <stdarg.h>
#include <windef.h>
#include <winnt.h>

static HMODULE LoadLibraryA(const char *name)
{
    return name[0] == 'x' ? (HMODULE)name : NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return LoadLibraryA("x") != NULL;
    }
    return TRUE;
}
