/* Attach and detach are each some calls away; one of two failures comes before the lock. */
#include <windows.h>

namespace pool {
CRITICAL_SECTION lock;
HANDLE event;

bool Open()
{
    event = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    if (event == nullptr) {
        return false;
    }
    InitializeCriticalSectionAndSpinCount(&lock, 4000);
    if (GetVersion() == 0) {
        return false;
    }
    return true;
}

BOOL Start()
{
    bool opened = Open();
    if (!opened) {
        return FALSE;
    }
    SetEvent(event);
    return TRUE;
}

void CloseLock_bad() { DeleteCriticalSection(&lock); }
void Close_bad() { CloseLock_bad(); }
void Stop_bad()
{
    CloseHandle(event);
    Close_bad();
}
} // namespace pool

BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        return pool::Start();
    }
    if (reason == DLL_PROCESS_DETACH && reserved == nullptr) {
        pool::Stop_bad();
    }
    return TRUE;
}
