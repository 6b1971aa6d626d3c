/* The example of the Windows SDK team: a store is opened at load and closed at unload. */
#include <windows.h>
#include <wincrypt.h>

static HCERTSTORE g_store;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        g_store =
            CertOpenStore(CERT_STORE_PROV_SYSTEM, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, L"MY");
        break;
    case DLL_PROCESS_DETACH:
        CertCloseStore(g_store, 0);
        break;
    }
    return TRUE;
}
