/* DisableThreadLibraryCalls is about DllMain; this TLS callback looks at no reason at all. */
#include <windows.h>

static void NTAPI on_tls_bad(PVOID module, DWORD reason, PVOID reserved)
{
    WaitForSingleObject(GetCurrentThread(), 100);
}

__attribute__((section(".CRT$XLC"), used)) const PIMAGE_TLS_CALLBACK tls_entry = on_tls_bad;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return DisableThreadLibraryCalls(instance);
    }
    return TRUE;
}
