/* A load that is refused sometimes: the unload that follows it is one like any other. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        DisableThreadLibraryCalls(instance);
        if (GetVersion() < 6) {
            return FALSE;
        }
        return TRUE;
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            load_bad();
        }
        return TRUE;
    }
    load_bad();
    return TRUE;
}
