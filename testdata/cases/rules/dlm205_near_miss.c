/* A queue of our own: items are only put into a list. */
#include <windows.h>

static SLIST_HEADER g_items;

static void QueueUserWorkItems_ok(PSLIST_ENTRY item)
{
    InterlockedPushEntrySList(&g_items, item);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    static SLIST_ENTRY first;

    if (reason == DLL_PROCESS_ATTACH) {
        InitializeSListHead(&g_items);
        QueueUserWorkItems_ok(&first);
    }
    return TRUE;
}
