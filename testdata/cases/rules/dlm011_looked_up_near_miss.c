/* The function that ends the notification is looked up by name, in a helper that knows nothing. */
#include <windows.h>

typedef LONG(NTAPI *register_function)(ULONG, void *, void *, void **);
typedef LONG(NTAPI *unregister_function)(void *);

static void *g_cookie;

static void CALLBACK on_load_ok(ULONG reason, const void *data, void *context)
{
}

static FARPROC from_ntdll_ok(const char *name)
{
    return GetProcAddress(GetModuleHandleA("ntdll.dll"), name);
}

static void watch_loads_ok(void)
{
    register_function start =
        (register_function)GetProcAddress(GetModuleHandleA("ntdll.dll"), "LdrRegisterDllNotification");
    if (start != NULL) {
        start(0, (void *)on_load_ok, NULL, &g_cookie);
    }
}

static void forget_loads_ok(void)
{
    unregister_function stop = (unregister_function)from_ntdll_ok("LdrUnregisterDllNotification");
    if (stop != NULL) {
        stop(g_cookie);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        watch_loads_ok();
        break;
    case DLL_PROCESS_DETACH:
        if (reserved == NULL) {
            forget_loads_ok();
        }
        break;
    }
    return TRUE;
}
