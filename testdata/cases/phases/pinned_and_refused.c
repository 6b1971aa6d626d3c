/* A refused load is unloaded at once, pinned or not: DllMain is called for detach. */
#include <windows.h>

static HANDLE g_event;

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    HMODULE self;

    if (reason == DLL_PROCESS_ATTACH) {
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                           (LPCWSTR)&g_event, &self);
        g_event = CreateEventW(NULL, TRUE, FALSE, NULL);
        if (g_event == NULL) {
            return FALSE;
        }
    } else if (reason == DLL_PROCESS_DETACH) {
        load_bad();
    }
    return TRUE;
}
