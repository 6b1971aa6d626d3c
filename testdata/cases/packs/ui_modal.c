/* Every function of the pack ui.modal, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <commctrl.h>
#include <commdlg.h>
#include <shellapi.h>
#include <shlobj.h>
#include <shlwapi.h>

static HWND window;

/* not in mingw-w64 */
__declspec(dllimport) int AfxMessageBox(LPCWSTR text, UINT type, UINT help);
__declspec(dllimport) int WINAPI MessageBoxTimeoutA(HWND owner, LPCSTR text, LPCSTR title,
                                                    UINT type, WORD language, DWORD milliseconds);
__declspec(dllimport) int WINAPI MessageBoxTimeoutW(HWND owner, LPCWSTR text, LPCWSTR title,
                                                    UINT type, WORD language, DWORD milliseconds);

static void errors_bad(void)
{
    AfxMessageBox(L"text", 0, 0);
    ChooseColorA(NULL);
    ChooseColorW(NULL);
    ChooseFontA(NULL);
    ChooseFontW(NULL);
    DialogBoxIndirectParamA(NULL, NULL, NULL, NULL, 0);
    DialogBoxIndirectParamW(NULL, NULL, NULL, NULL, 0);
    DialogBoxParamA(NULL, NULL, NULL, NULL, 0);
    DialogBoxParamW(NULL, NULL, NULL, NULL, 0);
    GetOpenFileNameA(NULL);
    GetOpenFileNameW(NULL);
    GetSaveFileNameA(NULL);
    GetSaveFileNameW(NULL);
    MessageBoxA(NULL, NULL, NULL, 0);
    MessageBoxW(NULL, NULL, NULL, 0);
    MessageBoxExA(NULL, NULL, NULL, 0, 0);
    MessageBoxExW(NULL, NULL, NULL, 0, 0);
    MessageBoxIndirectA(NULL);
    MessageBoxIndirectW(NULL);
    MessageBoxTimeoutA(NULL, "text", "title", 0, 0, 1000);
    MessageBoxTimeoutW(NULL, L"text", L"title", 0, 0, 1000);
    PageSetupDlgA(NULL);
    PageSetupDlgW(NULL);
    PrintDlgA(NULL);
    PrintDlgW(NULL);
    PrintDlgExA(NULL);
    PrintDlgExW(NULL);
    SHBrowseForFolderA(NULL);
    SHBrowseForFolderW(NULL);
    SHMessageBoxCheckA(NULL, NULL, NULL, 0, 0, NULL);
    SHMessageBoxCheckW(NULL, NULL, NULL, 0, 0, NULL);
    ShellAboutA(NULL, NULL, NULL, NULL);
    ShellAboutW(NULL, NULL, NULL, NULL);
    ShellMessageBoxA(NULL, window, "text", "title", MB_OK);
    ShellMessageBoxW(NULL, window, L"text", L"title", MB_OK);
    TaskDialog(NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL);
    TaskDialogIndirect(NULL, NULL, NULL, NULL);
    TrackPopupMenu(NULL, 0, 0, 0, 0, NULL, NULL);
    TrackPopupMenuEx(NULL, 0, 0, 0, NULL, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
    }
    return TRUE;
}
