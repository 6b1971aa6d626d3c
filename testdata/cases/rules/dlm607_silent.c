/* What the manuals put into DllMain, and OpenSSL without an end of its own. */
#include <windows.h>
#include <wincrypt.h>

__declspec(dllimport) void OPENSSL_thread_stop(void);
__declspec(dllimport) int OPENSSL_init_crypto(unsigned __int64 options, const void *settings);

#define OPENSSL_INIT_NO_ATEXIT 0x00080000L

extern const CRYPT_OID_FUNC_ENTRY g_functions[1];

static BOOL attach_ok(HINSTANCE instance)
{
    OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, NULL);
    return CryptInstallOIDFunctionAddress(
        instance, X509_ASN_ENCODING, CRYPT_OID_ENCODE_OBJECT_FUNC, 1, g_functions, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return attach_ok(instance);
    }
    if (reason == DLL_THREAD_DETACH) {
        OPENSSL_thread_stop();
    }
    return TRUE;
}
