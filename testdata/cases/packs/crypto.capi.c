/* Every name of the pack crypto.capi, in both phases of the process. */
#include <windows.h>
#include <wincrypt.h>
#include <wintrust.h>
#include <softpub.h>

static void calls_bad(void)
{
    CertCloseStore(NULL, 0);
    CertGetCertificateChain(NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL);
    CertOpenStore(CERT_STORE_PROV_SYSTEM, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, L"MY");
    CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, 0, NULL);
    CertOpenSystemStoreA(0, NULL);
    CertOpenSystemStoreW(0, NULL);
    CertVerifyCertificateChainPolicy(NULL, NULL, NULL, NULL);
    CryptDecodeObjectEx(0, NULL, NULL, 0, 0, NULL, NULL, NULL);
    CryptProtectData(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    CryptQueryObject(0, NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    CryptUnprotectData(NULL, NULL, NULL, NULL, NULL, 0, NULL);
    PFXImportCertStore(NULL, NULL, 0);
    WinVerifyTrust(NULL, NULL, NULL);
    WinVerifyTrustEx(NULL, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
