/* Near miss: the same classes in an application, which MFC's WinMain calls; and a class that only
 * bears the method's name. */
#include "include/afxwin.h"

class editor_app : public CWinApp {
public:
    BOOL InitInstance() override
    {
        LoadLibraryW(L"spelling.dll");
        return TRUE;
    }
};

editor_app theApp;
