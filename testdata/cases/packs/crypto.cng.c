/* Every name of the pack crypto.cng, in both phases of the process. */
#include <windows.h>
#include <bcrypt.h>
#include <ncrypt.h>

static void calls_bad(void)
{
    BCryptOpenAlgorithmProvider(NULL, NULL, NULL, 0);
    NCryptFreeObject(0);
    NCryptOpenKey(0, NULL, NULL, 0, 0);
    NCryptOpenStorageProvider(NULL, NULL, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
