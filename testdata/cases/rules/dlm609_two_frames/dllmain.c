/* Flushes its trace when a thread ends, and stops it at the end. */
#include <windows.h>
#include "trace.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        trace_flush_bad();
    } else if (reason == DLL_PROCESS_DETACH) {
        trace_stop_bad();
    }
    return TRUE;
}
