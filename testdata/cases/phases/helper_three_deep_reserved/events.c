#include <windows.h>
#include "events.h"

static void at_process_end_bad(void)
{
    CreateThread(NULL, 0, NULL, NULL, 0, NULL);
}

static void on_detach(const void *hint)
{
    if (hint) {
        at_process_end_bad();
    }
}

static BOOL select_event(DWORD reason, void *hint)
{
    if (reason == DLL_PROCESS_DETACH) {
        on_detach(hint);
    }
    return TRUE;
}

BOOL on_loader_event(HINSTANCE instance, DWORD reason, void *hint)
{
    return select_event(reason, hint);
}
