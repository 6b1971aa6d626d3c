/* Declarations of our own in the place of MFC's: the application object and threads. */
#ifndef CASES_AFXWIN_H
#define CASES_AFXWIN_H

#include <windows.h>

class CObject {
public:
    virtual ~CObject();
};

class CWinThread : public CObject {
public:
    virtual BOOL InitInstance();
    virtual int ExitInstance();
    BOOL CreateThread(DWORD flags = 0);
    HANDLE m_hThread;
};

class CWinApp : public CWinThread {
public:
    CWinApp();
    virtual ~CWinApp();
    virtual BOOL InitInstance();
    virtual int ExitInstance();
};

typedef UINT (*AFX_THREADPROC)(LPVOID);
CWinThread *AfxBeginThread(AFX_THREADPROC thread, LPVOID parameter);

struct AFX_EXTENSION_MODULE {
    BOOL bInitialized;
};
BOOL AfxInitExtensionModule(AFX_EXTENSION_MODULE &state, HMODULE module);
void AfxTermExtensionModule(AFX_EXTENSION_MODULE &state, BOOL all = FALSE);

class CDynLinkLibrary : public CObject {
public:
    CDynLinkLibrary(AFX_EXTENSION_MODULE &state, BOOL system = FALSE);
};

#endif
