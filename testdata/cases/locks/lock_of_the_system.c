/* The module is the system's own DLL, or stands in for it: it has the bodies of the functions that take
   locks.  How such a lock waits is the lock's affair, and the lock of the loader, which this thread
   holds, does not wait at all.  A function of another name is what it does. */
#include <windows.h>

static CRITICAL_SECTION g_loader_section;

__declspec(dllexport) LONG WINAPI RtlEnterCriticalSection(CRITICAL_SECTION *section)
{
    if (InterlockedIncrement(&section->LockCount)) {
        if (section->OwningThread == ULongToHandle(GetCurrentThreadId())) {
            section->RecursionCount++;
            return 0;
        }
        WaitForSingleObject(section->LockSemaphore, INFINITE);
    }
    section->OwningThread = ULongToHandle(GetCurrentThreadId());
    section->RecursionCount = 1;
    return 0;
}

static void enter_section_bad(CRITICAL_SECTION *section)
{
    if (InterlockedIncrement(&section->LockCount)) {
        WaitForSingleObject(section->LockSemaphore, INFINITE);
    }
}

static void no_notifications_ok(void)
{
    RtlEnterCriticalSection(&g_loader_section);
}

static void flush_bad(void)
{
    enter_section_bad(&g_loader_section);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        no_notifications_ok();
        flush_bad();
    }
    return TRUE;
}
