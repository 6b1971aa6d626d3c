/* Every function of the pack ui.message, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <shlwapi.h>

static void errors_bad(void)
{
    BroadcastSystemMessageA(0, NULL, 0, 0, 0);
    BroadcastSystemMessageW(0, NULL, 0, 0, 0);
    BroadcastSystemMessageExA(0, NULL, 0, 0, 0, NULL);
    BroadcastSystemMessageExW(0, NULL, 0, 0, 0, NULL);
    SHSendMessageBroadcastA(0, 0, 0);
    SHSendMessageBroadcastW(0, 0, 0);
    SendDlgItemMessageA(NULL, 0, 0, 0, 0);
    SendDlgItemMessageW(NULL, 0, 0, 0, 0);
    SendMessageA(NULL, 0, 0, 0);
    SendMessageW(NULL, 0, 0, 0);
    WaitMessage();
}

static void warnings_bad(void)
{
    PostMessageA(NULL, 0, 0, 0);
    PostMessageW(NULL, 0, 0, 0);
    PostQuitMessage(0);
    PostThreadMessageA(0, 0, 0, 0);
    PostThreadMessageW(0, 0, 0, 0);
    SendMessageCallbackA(NULL, 0, 0, 0, NULL, 0);
    SendMessageCallbackW(NULL, 0, 0, 0, NULL, 0);
    SendMessageTimeoutA(NULL, 0, 0, 0, 0, 0, NULL);
    SendMessageTimeoutW(NULL, 0, 0, 0, 0, 0, NULL);
    SendNotifyMessageA(NULL, 0, 0, 0);
    SendNotifyMessageW(NULL, 0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
        warnings_bad();
    }
    return TRUE;
}
