/* A TLS callback in .CRT$XLB gets the same reasons as DllMain, before it. */
#include <windows.h>

static void NTAPI on_tls_bad(PVOID module, DWORD reason, PVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        LoadLibraryA("helper.dll");
    }
}

__attribute__((section(".CRT$XLB"), used)) PIMAGE_TLS_CALLBACK tls_entry = on_tls_bad;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    return TRUE;
}
