/* Names that begin like LoadLibrary, and other things that are loaded. */
#include <windows.h>

HMODULE LoadLibraryFromCache_ok(const char *name);

static HMODULE LoadLibraryA_ok(const char *name)
{
    return GetModuleHandleA(name);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    char text[32];

    if (reason == DLL_PROCESS_ATTACH) {
        LoadLibraryFromCache_ok("helper.dll");
        LoadLibraryA_ok("kernel32.dll");
        LoadResource(instance, FindResourceA(instance, "text", RT_RCDATA));
        LoadStringA(instance, 1, text, sizeof text);
    }
    return TRUE;
}
