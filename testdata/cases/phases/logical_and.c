/* && in a condition, and && that keeps a call from being made. */
#include <windows.h>

static BOOL load_bad(void)
{
    return LoadLibraryA("helper.dll") != NULL;
}

static BOOL free_bad(HMODULE module)
{
    return FreeLibrary(module);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH && reserved != NULL) {
        load_bad();
    }
    return reason == DLL_THREAD_DETACH && free_bad(instance);
}
