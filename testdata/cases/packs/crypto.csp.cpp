/* Every name of the pack crypto.csp, in both phases of the process. */
#define _CRT_RAND_S
#include <random>
#include <stdlib.h>
#include <windows.h>
#include <wincrypt.h>
#include <ntsecapi.h>

extern std::random_device g_generator;

static void calls_bad(void)
{
    CryptAcquireContextA(NULL, NULL, NULL, 0, 0);
    CryptAcquireContextW(NULL, NULL, NULL, 0, 0);
    CryptReleaseContext(0, 0);
    SystemFunction036(NULL, 0);
    rand_s(NULL);
    g_generator();
}

static void calls_ok(void)
{
    CryptGenRandom(0, 0, NULL);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
        calls_ok();
    }
    return TRUE;
}
