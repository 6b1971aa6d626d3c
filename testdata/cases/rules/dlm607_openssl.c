/* OpenSSL is set up at load and ended at unload, while it registers its own end. */
#include <windows.h>

__declspec(dllimport) int OPENSSL_init_ssl(unsigned __int64 options, const void *settings);
__declspec(dllimport) void OPENSSL_cleanup(void);

static void end_bad(void)
{
    OPENSSL_cleanup();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        OPENSSL_init_ssl(0, NULL);
    } else if (reason == DLL_PROCESS_DETACH) {
        end_bad();
    }
    return TRUE;
}
