/* A DLL that every process has is always found; another one perhaps not. */
#include <windows.h>

static void without_kernel_ok(void)
{
    LoadLibraryA("compat.dll");
}

static void without_other_bad(void)
{
    LoadLibraryA("other.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        if (GetModuleHandleA("kernel32.dll") == NULL) {
            without_kernel_ok();
        }
        if (GetModuleHandleA("host.dll") == NULL) {
            without_other_bad();
        }
    }
    return TRUE;
}
