/* A regular MFC DLL has no DllMain of its own: MFC's calls the methods of the application object. */
// flags: -D_USRDLL
#include "include/afxwin.h"

static UINT work_ok(LPVOID)
{
    return 0;
}

class plugin_app : public CWinApp {
public:
    BOOL InitInstance() override;
    int ExitInstance() override;
    int answer_ok()
    {
        LoadLibraryW(L"other.dll");
        return 0;
    }

private:
    void start_bad();
};

plugin_app theApp;

void plugin_app::start_bad()
{
    AfxBeginThread(work_ok, this);
}

BOOL plugin_app::InitInstance()
{
    CWinApp::InitInstance();
    LoadLibraryW(L"helper.dll");
    start_bad();
    return TRUE;
}

int plugin_app::ExitInstance()
{
    FreeLibrary(GetModuleHandleW(L"helper.dll"));
    return CWinApp::ExitInstance();
}
