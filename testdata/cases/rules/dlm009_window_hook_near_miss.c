/* A window hook may be ended by any thread; a TLS index too. */
#include <windows.h>

static HHOOK g_hook;
static DWORD g_index;

static LRESULT CALLBACK on_message_ok(int code, WPARAM w, LPARAM l)
{
    return CallNextHookEx(g_hook, code, w, l);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_index = TlsAlloc();
        TlsSetValue(g_index, instance);
        g_hook = SetWindowsHookExW(WH_GETMESSAGE, on_message_ok, instance, 0);
        break;
    case DLL_PROCESS_DETACH:
        UnhookWindowsHookEx(g_hook);
        TlsFree(g_index);
        break;
    }
    return TRUE;
}
