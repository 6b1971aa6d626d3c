/* Reports each thread that starts. */
#include <windows.h>
#include "report.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        report_open_bad();
        break;
    case DLL_THREAD_ATTACH:
        report_thread_bad(GetCurrentThreadId());
        break;
    }
    return TRUE;
}
