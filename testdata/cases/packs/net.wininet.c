/* Every name of the pack net.wininet, in both phases of the process. */
#define SECURITY_WIN32
#include <windows.h>
#include <wininet.h>
#include <winineti.h>

/* not in mingw-w64 */
__declspec(dllimport) BOOL WINAPI CleanupCredentialCache(void);

static void calls_a_bad(void)
{
    CleanupCredentialCache();
    CommitUrlCacheEntryA(NULL, NULL, (FILETIME){0}, (FILETIME){0}, 0, NULL, 0, NULL, NULL);
    CommitUrlCacheEntryW(NULL, NULL, (FILETIME){0}, (FILETIME){0}, 0, NULL, 0, NULL, NULL);
    CreateMD5SSOHash(NULL, NULL, NULL, NULL);
    CreateUrlCacheEntryA(NULL, 0, NULL, NULL, 0);
    CreateUrlCacheEntryW(NULL, 0, NULL, NULL, 0);
    CreateUrlCacheGroup(0, NULL);
    DeleteIE3Cache(NULL, NULL, NULL, 0);
    DeleteUrlCacheEntry(NULL);
    DeleteUrlCacheEntryA(NULL);
    DeleteUrlCacheEntryW(NULL);
    DeleteUrlCacheGroup(0, 0, NULL);
    DetectAutoProxyUrl(NULL, 0, 0);
    FindCloseUrlCache(NULL);
    FindFirstUrlCacheEntryA(NULL, NULL, NULL);
    FindFirstUrlCacheEntryExA(NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL);
    FindFirstUrlCacheEntryExW(NULL, 0, 0, 0, NULL, NULL, NULL, NULL, NULL);
    FindFirstUrlCacheEntryW(NULL, NULL, NULL);
    FindFirstUrlCacheGroup(0, 0, NULL, 0, NULL, NULL);
    FindNextUrlCacheEntryA(NULL, NULL, NULL);
    FindNextUrlCacheEntryExA(NULL, NULL, NULL, NULL, NULL, NULL);
    FindNextUrlCacheEntryExW(NULL, NULL, NULL, NULL, NULL, NULL);
    FindNextUrlCacheEntryW(NULL, NULL, NULL);
    FindNextUrlCacheGroup(NULL, NULL, NULL);
    FtpCommandA(NULL, 0, 0, NULL, 0, NULL);
}

static void calls_b_bad(void)
{
    FtpCommandW(NULL, 0, 0, NULL, 0, NULL);
    FtpCreateDirectoryA(NULL, NULL);
    FtpCreateDirectoryW(NULL, NULL);
    FtpDeleteFileA(NULL, NULL);
    FtpDeleteFileW(NULL, NULL);
    FtpFindFirstFileA(NULL, NULL, NULL, 0, 0);
    FtpFindFirstFileW(NULL, NULL, NULL, 0, 0);
    FtpGetCurrentDirectoryA(NULL, NULL, NULL);
    FtpGetCurrentDirectoryW(NULL, NULL, NULL);
    FtpGetFileA(NULL, NULL, NULL, 0, 0, 0, 0);
    FtpGetFileEx(NULL, NULL, NULL, 0, 0, 0, 0);
    FtpGetFileSize(NULL, NULL);
    FtpGetFileW(NULL, NULL, NULL, 0, 0, 0, 0);
    FtpOpenFileA(NULL, NULL, 0, 0, 0);
    FtpOpenFileW(NULL, NULL, 0, 0, 0);
    FtpPutFileA(NULL, NULL, NULL, 0, 0);
    FtpPutFileEx(NULL, NULL, NULL, 0, 0);
    FtpPutFileW(NULL, NULL, NULL, 0, 0);
    FtpRemoveDirectoryA(NULL, NULL);
    FtpRemoveDirectoryW(NULL, NULL);
    FtpRenameFileA(NULL, NULL, NULL);
    FtpRenameFileW(NULL, NULL, NULL);
    FtpSetCurrentDirectoryA(NULL, NULL);
    FtpSetCurrentDirectoryW(NULL, NULL);
    GetUrlCacheConfigInfoA(NULL, NULL, 0);
    GetUrlCacheConfigInfoW(NULL, NULL, 0);
}

static void calls_c_bad(void)
{
    GetUrlCacheEntryInfoA(NULL, NULL, NULL);
    GetUrlCacheEntryInfoExA(NULL, NULL, NULL, NULL, NULL, NULL, 0);
    GetUrlCacheEntryInfoExW(NULL, NULL, NULL, NULL, NULL, NULL, 0);
    GetUrlCacheEntryInfoW(NULL, NULL, NULL);
    GetUrlCacheGroupAttributeA(0, 0, 0, NULL, NULL, NULL);
    GetUrlCacheGroupAttributeW(0, 0, 0, NULL, NULL, NULL);
    GopherCreateLocatorA(NULL, 0, NULL, NULL, 0, NULL, NULL);
    GopherCreateLocatorW(NULL, 0, NULL, NULL, 0, NULL, NULL);
    GopherFindFirstFileA(NULL, NULL, NULL, NULL, 0, 0);
    GopherFindFirstFileW(NULL, NULL, NULL, NULL, 0, 0);
    GopherGetAttributeA(NULL, NULL, NULL, NULL, 0, NULL, NULL, 0);
    GopherGetAttributeW(NULL, NULL, NULL, NULL, 0, NULL, NULL, 0);
    GopherGetLocatorTypeA(NULL, NULL);
    GopherGetLocatorTypeW(NULL, NULL);
    GopherOpenFileA(NULL, NULL, NULL, 0, 0);
    GopherOpenFileW(NULL, NULL, NULL, 0, 0);
    HttpAddRequestHeadersA(NULL, NULL, 0, 0);
    HttpAddRequestHeadersW(NULL, NULL, 0, 0);
    HttpEndRequestA(NULL, NULL, 0, 0);
    HttpEndRequestW(NULL, NULL, 0, 0);
    HttpOpenRequestA(NULL, NULL, NULL, NULL, NULL, NULL, 0, 0);
    HttpOpenRequestW(NULL, NULL, NULL, NULL, NULL, NULL, 0, 0);
    HttpQueryInfoA(NULL, 0, NULL, NULL, NULL);
    HttpQueryInfoW(NULL, 0, NULL, NULL, NULL);
    HttpSendRequestA(NULL, NULL, 0, NULL, 0);
    HttpSendRequestExA(NULL, NULL, NULL, 0, 0);
}

static void calls_d_bad(void)
{
    HttpSendRequestExW(NULL, NULL, NULL, 0, 0);
    HttpSendRequestW(NULL, NULL, 0, NULL, 0);
    IncrementUrlCacheHeaderData(0, NULL);
    InternetAttemptConnect(0);
    InternetAutodial(0, NULL);
    InternetAutodialHangup(0);
    InternetCanonicalizeUrlA(NULL, NULL, NULL, 0);
    InternetCanonicalizeUrlW(NULL, NULL, NULL, 0);
    InternetCheckConnectionA(NULL, 0, 0);
    InternetCheckConnectionW(NULL, 0, 0);
    InternetClearAllPerSiteCookieDecisions();
    InternetCloseHandle(NULL);
    InternetCombineUrlA(NULL, NULL, NULL, NULL, 0);
    InternetCombineUrlW(NULL, NULL, NULL, NULL, 0);
    InternetConfirmZoneCrossing(NULL, NULL, NULL, 0);
    InternetConfirmZoneCrossingA(NULL, NULL, NULL, 0);
    InternetConfirmZoneCrossingW(NULL, NULL, NULL, 0);
    InternetConnectA(NULL, NULL, 0, NULL, NULL, 0, 0, 0);
    InternetConnectW(NULL, NULL, 0, NULL, NULL, 0, 0, 0);
    InternetCrackUrlA(NULL, 0, 0, NULL);
    InternetCrackUrlW(NULL, 0, 0, NULL);
    InternetCreateUrlA(NULL, 0, NULL, NULL);
    InternetCreateUrlW(NULL, 0, NULL, NULL);
    InternetDial(NULL, NULL, 0, NULL, 0);
    InternetDialA(NULL, NULL, 0, NULL, 0);
    InternetDialW(NULL, NULL, 0, NULL, 0);
}

static void calls_e_bad(void)
{
    InternetEnumPerSiteCookieDecisionA(NULL, NULL, NULL, 0);
    InternetEnumPerSiteCookieDecisionW(NULL, NULL, NULL, 0);
    InternetErrorDlg(NULL, NULL, 0, 0, NULL);
    InternetFindNextFileA(NULL, NULL);
    InternetFindNextFileW(NULL, NULL);
    InternetGetConnectedState(NULL, 0);
    InternetGetConnectedStateEx(NULL, NULL, 0, 0);
    InternetGetConnectedStateExA(NULL, NULL, 0, 0);
    InternetGetConnectedStateExW(NULL, NULL, 0, 0);
    InternetGetCookieA(NULL, NULL, NULL, NULL);
    InternetGetCookieExA(NULL, NULL, NULL, NULL, 0, NULL);
    InternetGetCookieExW(NULL, NULL, NULL, NULL, 0, NULL);
    InternetGetCookieW(NULL, NULL, NULL, NULL);
    InternetGetLastResponseInfoA(NULL, NULL, NULL);
    InternetGetLastResponseInfoW(NULL, NULL, NULL);
    InternetGetPerSiteCookieDecisionA(NULL, NULL);
    InternetGetPerSiteCookieDecisionW(NULL, NULL);
    InternetGetProxyInfo(NULL, 0, NULL, 0, NULL, NULL);
    InternetGetSecurityInfoByURLA(NULL, NULL, NULL);
    InternetGetSecurityInfoByURLW(NULL, NULL, NULL);
    InternetGoOnline(NULL, NULL, 0);
    InternetGoOnlineA(NULL, NULL, 0);
    InternetGoOnlineW(NULL, NULL, 0);
    InternetHangUp(0, 0);
    InternetInitializeAutoProxyDll(0);
    InternetLockRequestFile(NULL, NULL);
}

static void calls_f_bad(void)
{
    InternetOpenA(NULL, 0, NULL, NULL, 0);
    InternetOpenUrlA(NULL, NULL, NULL, 0, 0, 0);
    InternetOpenUrlW(NULL, NULL, NULL, 0, 0, 0);
    InternetOpenW(NULL, 0, NULL, NULL, 0);
    InternetQueryDataAvailable(NULL, NULL, 0, 0);
    InternetQueryOptionA(NULL, 0, NULL, NULL);
    InternetQueryOptionW(NULL, 0, NULL, NULL);
    InternetReadFile(NULL, NULL, 0, NULL);
    InternetReadFileExA(NULL, NULL, 0, 0);
    InternetReadFileExW(NULL, NULL, 0, 0);
    InternetSetCookieA(NULL, NULL, NULL);
    InternetSetCookieExA(NULL, NULL, NULL, 0, 0);
    InternetSetCookieExW(NULL, NULL, NULL, 0, 0);
    InternetSetCookieW(NULL, NULL, NULL);
    InternetSetDialState(NULL, 0, 0);
    InternetSetDialStateA(NULL, 0, 0);
    InternetSetDialStateW(NULL, 0, 0);
    InternetSetFilePointer(NULL, 0, NULL, 0, 0);
    InternetSetOptionA(NULL, 0, NULL, 0);
    InternetSetOptionExA(NULL, 0, NULL, 0, 0);
    InternetSetOptionExW(NULL, 0, NULL, 0, 0);
    InternetSetOptionW(NULL, 0, NULL, 0);
    InternetSetPerSiteCookieDecisionA(NULL, 0);
    InternetSetPerSiteCookieDecisionW(NULL, 0);
    InternetSetStatusCallback(NULL, NULL);
    InternetSetStatusCallbackA(NULL, NULL);
}

static void calls_g_bad(void)
{
    InternetSetStatusCallbackW(NULL, NULL);
    InternetUnlockRequestFile(NULL);
    InternetWriteFile(NULL, NULL, 0, NULL);
    IsHostInProxyBypassList(0, NULL, 0);
    IsUrlCacheEntryExpiredA(NULL, 0, NULL);
    IsUrlCacheEntryExpiredW(NULL, 0, NULL);
    PrivacyGetZonePreferenceW(0, 0, NULL, NULL, NULL);
    PrivacySetZonePreferenceW(0, 0, 0, NULL);
    ReadUrlCacheEntryStream(NULL, 0, NULL, NULL, 0);
    ResumeSuspendedDownload(NULL, 0);
    RetrieveUrlCacheEntryFileA(NULL, NULL, NULL, 0);
    RetrieveUrlCacheEntryFileW(NULL, NULL, NULL, 0);
    RetrieveUrlCacheEntryStreamA(NULL, NULL, NULL, 0, 0);
    RetrieveUrlCacheEntryStreamW(NULL, NULL, NULL, 0, 0);
    SetUrlCacheConfigInfoA(NULL, 0);
    SetUrlCacheConfigInfoW(NULL, 0);
    SetUrlCacheEntryGroup(NULL, 0, 0, NULL, 0, NULL);
    SetUrlCacheEntryGroupA(NULL, 0, 0, NULL, 0, NULL);
    SetUrlCacheEntryGroupW(NULL, 0, 0, NULL, 0, NULL);
    SetUrlCacheEntryInfoA(NULL, NULL, 0);
    SetUrlCacheEntryInfoW(NULL, NULL, 0);
    SetUrlCacheGroupAttributeA(0, 0, 0, NULL, NULL);
    SetUrlCacheGroupAttributeW(0, 0, 0, NULL, NULL);
    UnlockUrlCacheEntryFileA(NULL, 0);
    UnlockUrlCacheEntryFileW(NULL, 0);
    UnlockUrlCacheEntryStream(NULL, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH || reason == DLL_PROCESS_DETACH) {
        calls_a_bad();
        calls_b_bad();
        calls_c_bad();
        calls_d_bad();
        calls_e_bad();
        calls_f_bad();
        calls_g_bad();
    }
    return TRUE;
}
