/* Every name of the pack net.winhttp, in both phases of the process. */
#include <windows.h>
#include <winhttp.h>

/* not in mingw-w64 */
__declspec(dllimport) DWORD WINAPI WinHttpRegisterProxyChangeNotification(
    ULONGLONG flags, void *callback, void *context, void *registration);
__declspec(dllimport) DWORD WINAPI WinHttpUnregisterProxyChangeNotification(void *registration);

static void calls_a_bad(void)
{
    WinHttpAddRequestHeaders(NULL, NULL, 0, 0);
    WinHttpCloseHandle(NULL);
    WinHttpConnect(NULL, NULL, 0, 0);
    WinHttpCreateProxyResolver(NULL, NULL);
    WinHttpDetectAutoProxyConfigUrl(0, NULL);
    WinHttpFreeProxyResult(NULL);
    WinHttpFreeProxyResultEx(NULL);
    WinHttpFreeProxySettings(NULL);
    WinHttpGetDefaultProxyConfiguration(NULL);
    WinHttpGetIEProxyConfigForCurrentUser(NULL);
    WinHttpGetProxyForUrl(NULL, NULL, NULL, NULL);
    WinHttpGetProxyForUrlEx(NULL, NULL, NULL, 0);
    WinHttpGetProxyForUrlEx2(NULL, NULL, NULL, 0, NULL, 0);
    WinHttpGetProxyResult(NULL, NULL);
    WinHttpGetProxyResultEx(NULL, NULL);
    WinHttpGetProxySettingsVersion(NULL, NULL);
    WinHttpOpen(NULL, 0, NULL, NULL, 0);
    WinHttpOpenRequest(NULL, NULL, NULL, NULL, NULL, NULL, 0);
    WinHttpQueryAuthSchemes(NULL, NULL, NULL, NULL);
    WinHttpQueryDataAvailable(NULL, NULL);
}

static void calls_b_bad(void)
{
    WinHttpQueryHeaders(NULL, 0, NULL, NULL, NULL, NULL);
    WinHttpQueryOption(NULL, 0, NULL, NULL);
    WinHttpReadData(NULL, NULL, 0, NULL);
    WinHttpReadProxySettings(NULL, NULL, 0, 0, NULL, NULL, NULL);
    WinHttpReceiveResponse(NULL, NULL);
    WinHttpRegisterProxyChangeNotification(0, NULL, NULL, NULL);
    WinHttpResetAutoProxy(NULL, 0);
    WinHttpSendRequest(NULL, NULL, 0, NULL, 0, 0, 0);
    WinHttpSetCredentials(NULL, 0, 0, NULL, NULL, NULL);
    WinHttpSetDefaultProxyConfiguration(NULL);
    WinHttpSetOption(NULL, 0, NULL, 0);
    WinHttpSetStatusCallback(NULL, NULL, 0, 0);
    WinHttpSetTimeouts(NULL, 0, 0, 0, 0);
    WinHttpUnregisterProxyChangeNotification(NULL);
    WinHttpWebSocketClose(NULL, 0, NULL, 0);
    WinHttpWebSocketCompleteUpgrade(NULL, 0);
    WinHttpWebSocketQueryCloseStatus(NULL, NULL, NULL, 0, NULL);
    WinHttpWebSocketReceive(NULL, NULL, 0, NULL, NULL);
    WinHttpWebSocketSend(NULL, (WINHTTP_WEB_SOCKET_BUFFER_TYPE)0, NULL, 0);
    WinHttpWebSocketShutdown(NULL, 0, NULL, 0);
    WinHttpWriteData(NULL, NULL, 0, NULL);
}

static void calls_ok(void)
{
    WinHttpCrackUrl(NULL, 0, 0, NULL);
    WinHttpCreateUrl(NULL, 0, NULL, NULL);
    WinHttpTimeFromSystemTime(NULL, NULL);
    WinHttpTimeToSystemTime(NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_a_bad();
        calls_b_bad();
        calls_ok();
    }
    return TRUE;
}
