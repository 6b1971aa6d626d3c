/* A function that Windows has in a DLL of every process is missing in old ones at most: what is done
   only then is possible, and a note. */
#include <windows.h>

typedef BOOL(WINAPI *enumerate)(HANDLE process, HMODULE *modules, DWORD size, DWORD *needed);

static void fall_back_bad(void)
{
    LoadLibraryA("psapi.dll");
}

static void list_modules(void)
{
    HMODULE kernel = GetModuleHandleA("kernel32.dll");
    enumerate list = (enumerate)GetProcAddress(kernel, "K32EnumProcessModules");

    if (list == NULL) {
        fall_back_bad();
    }
}

/* Where it is there is what usually happens. */
static void use_new_bad(void)
{
    HMODULE kernel = GetModuleHandleA("kernel32.dll");

    if (GetProcAddress(kernel, "K32EnumProcessModules")) {
        LoadLibraryA("new.dll");
    }
}

/* Nothing is known of a function of this name. */
static void ask_unknown_bad(void)
{
    HMODULE kernel = GetModuleHandleA("kernel32.dll");

    if (GetProcAddress(kernel, "wine_get_version") == NULL) {
        LoadLibraryA("unknown.dll");
    }
}

/* Nor of what another DLL has. */
static void ask_other_bad(void)
{
    HMODULE host = GetModuleHandleA("host.dll");

    if (GetProcAddress(host, "K32EnumProcessModules") == NULL) {
        LoadLibraryA("other.dll");
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        list_modules();
        use_new_bad();
        ask_unknown_bad();
        ask_other_bad();
    }
    return TRUE;
}
