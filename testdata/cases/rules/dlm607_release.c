/* Closing a provider may unload it, which no page says: a note. Opening one loads it. */
#include <windows.h>
#include <wincrypt.h>

static HCRYPTPROV g_provider;

static void close_bad(void)
{
    CryptReleaseContext(g_provider, 0);
}

static void open_bad(void)
{
    CryptAcquireContextW(&g_provider, NULL, NULL, PROV_RSA_FULL, CRYPT_VERIFYCONTEXT);
}

/* Exported: the loader lock is not held. */
__declspec(dllexport) void finish_ok(void)
{
    CryptReleaseContext(g_provider, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_bad();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        close_bad();
    }
    return TRUE;
}
