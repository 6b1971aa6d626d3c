/* Pinned by a helper, by the handle that DllMain was given, which the helper finds in a global. */
#include <windows.h>

static HINSTANCE g_instance;

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

static void load_ok(void)
{
    LoadLibraryA("unloaded.dll");
}

static BOOL pin_ok(void)
{
    HMODULE self = NULL;
    DWORD flags = GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS;

    flags |= GET_MODULE_HANDLE_EX_FLAG_PIN;
    return GetModuleHandleExA(flags, (LPCSTR)g_instance, &self);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_instance = instance;
        pin_ok();
        DisableThreadLibraryCalls(g_instance);
    } else if (reserved == NULL) {
        load_ok();
    } else {
        load_bad();
    }
    return TRUE;
}
