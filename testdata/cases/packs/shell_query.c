/* Every function of the pack shell.query, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <shellapi.h>
#include <shlobj.h>
#include <shlwapi.h>

static void notes_bad(void)
{
    CommandLineToArgvW(NULL, NULL);
    DragFinish(NULL);
    DragQueryFileA(NULL, 0, NULL, 0);
    DragQueryFileW(NULL, 0, NULL, 0);
    DragQueryPoint(NULL, NULL);
    GetCurrentProcessExplicitAppUserModelID(NULL);
    ILAppendID(NULL, NULL, 0);
    ILClone(NULL);
    ILCloneFirst(NULL);
    ILCombine(NULL, NULL);
    ILFindChild(NULL, NULL);
    ILFindLastID(NULL);
    ILFree(NULL);
    ILGetNext(NULL);
    ILGetSize(NULL);
    ILIsEqual(NULL, NULL);
    ILIsParent(NULL, NULL, 0);
    ILRemoveLastID(NULL);
    IsUserAnAdmin();
    PathIsExe(NULL);
    SHAlloc(0);
    SHCloneSpecialIDList(NULL, 0, 0);
    SHFree(NULL);
    SHFreeNameMappings(NULL);
    SHGetNewLinkInfoA(NULL, NULL, NULL, NULL, 0);
    SHGetNewLinkInfoW(NULL, NULL, NULL, NULL, 0);
    SHRestricted(0);
    SHTestTokenMembership(NULL, 0);
    SetCurrentProcessExplicitAppUserModelID(NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        notes_bad();
    }
    return TRUE;
}
