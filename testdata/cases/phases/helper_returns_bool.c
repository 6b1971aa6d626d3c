/* Helpers that answer a question about the reason. */
#include <windows.h>

static BOOL is_process_event(DWORD reason)
{
    return reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH;
}

static BOOL is_attach(DWORD reason)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_THREAD_ATTACH) {
        return TRUE;
    }
    return FALSE;
}

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (!is_process_event(reason) && is_attach(reason)) {
        load_bad();
    }
    return TRUE;
}
