/* What COM was told at start is taken back at detach: the calls that do it are calls of COM, too. */
#include <windows.h>
#include <ole2.h>
#include <oleauto.h>

static HWND g_list;
static DWORD g_active;
static IUnknown *g_application;

static void take_back_bad(void)
{
    RevokeDragDrop(g_list);
    RevokeActiveObject(g_active, NULL);
    CoLockObjectExternal(g_application, FALSE, TRUE);
    OleFlushClipboard();
}

static void forget_ok(void)
{
    g_list = NULL;
    g_active = 0;
    g_application = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        if (reserved == NULL) {
            take_back_bad();
        }
        forget_ok();
    }
    return TRUE;
}
