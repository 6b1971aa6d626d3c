/* Every name of the pack crypto.openssl, in both phases of the process. */
#include <windows.h>

/* not in mingw-w64 */
struct ssl_ctx_st;
struct ssl_method_st;
struct ossl_init_settings_st;
__declspec(dllimport) int OPENSSL_atexit(void (*handler)(void));
__declspec(dllimport) void OPENSSL_cleanup(void);
__declspec(dllimport) int OPENSSL_init_crypto(
    unsigned __int64 options, const struct ossl_init_settings_st *settings);
__declspec(dllimport) int OPENSSL_init_ssl(
    unsigned __int64 options, const struct ossl_init_settings_st *settings);
__declspec(dllimport) void OPENSSL_thread_stop(void);
__declspec(dllimport) struct ssl_ctx_st *SSL_CTX_new(const struct ssl_method_st *method);
__declspec(dllimport) int SSL_library_init(void);

static void calls_bad(void)
{
    OPENSSL_cleanup();
    OPENSSL_init_crypto(0, NULL);
    OPENSSL_init_ssl(0, NULL);
    SSL_CTX_new(NULL);
    SSL_library_init();
}

static void calls_ok(void)
{
    OPENSSL_atexit(NULL);
    OPENSSL_init_ssl(0x80000, NULL);
    OPENSSL_thread_stop();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
