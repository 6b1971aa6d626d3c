/* Near miss: a DLL in which other classes have methods of these names: a thread's, and one's own. */
// flags: -DPLUGIN_EXPORTS
#include "include/afxwin.h"

class reader_thread : public CWinThread {
public:
    BOOL InitInstance() override;
};

BOOL reader_thread::InitInstance()
{
    LoadLibraryW(L"codec.dll");
    return TRUE;
}

class window_app {
public:
    BOOL InitInstance();
};

BOOL window_app::InitInstance()
{
    LoadLibraryW(L"codec.dll");
    return TRUE;
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD, LPVOID)
{
    return TRUE;
}
