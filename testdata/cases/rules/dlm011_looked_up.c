/* Functions of ntdll are looked up by name, to register and to end. */
#include <windows.h>

typedef LONG(NTAPI *register_function)(ULONG, void *, void *, void **);
typedef LONG(NTAPI *unregister_function)(void *);

static void *g_cookie;
static register_function g_register;

static void CALLBACK on_load_ok(ULONG reason, const void *data, void *context)
{
}

static void watch_loads_bad(void)
{
    HMODULE ntdll = GetModuleHandleA("ntdll.dll");
    g_register = (register_function)GetProcAddress(ntdll, "LdrRegisterDllNotification");
    if (g_register != NULL) {
        g_register(0, (void *)on_load_ok, NULL, &g_cookie);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        watch_loads_bad();
    }
    return TRUE;
}
