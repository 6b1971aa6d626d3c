/* Every name of the pack net.xdp, in both phases of the process. */
#include <windows.h>

/* not in mingw-w64 */
struct xdp_api;
__declspec(dllimport) HRESULT XdpLoadApi(
    UINT32 version, void **context, const struct xdp_api **api);

static void calls_bad(void)
{
    XdpLoadApi(0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_bad();
    }
    return TRUE;
}
