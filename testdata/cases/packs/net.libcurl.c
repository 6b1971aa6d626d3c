/* Every name of the pack net.libcurl, in both phases of the process. */
#include <windows.h>

/* not in mingw-w64 */
typedef void CURL;
__declspec(dllimport) CURL *curl_easy_init(void);
__declspec(dllimport) void curl_global_cleanup(void);
__declspec(dllimport) int curl_global_init(long flags);

static void calls_bad(void)
{
    curl_easy_init();
    curl_global_cleanup();
    curl_global_init(3);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
