/* A DLL may have its own DllMain beside MFC: threads of MFC wait for their start. */
#include "include/afxwin.h"

static UINT work_ok(LPVOID)
{
    return 0;
}

static CWinThread *g_thread;

static void begin_bad()
{
    g_thread = AfxBeginThread(work_ok, nullptr);
}

static void create_bad(CWinThread *thread)
{
    thread->CreateThread();
}

extern "C" __declspec(dllexport) void later_ok()
{
    AfxBeginThread(work_ok, nullptr);
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        begin_bad();
        create_bad(g_thread);
    }
    return TRUE;
}
