/* A wait for an event, two frames and another unit away. */
#include <windows.h>

void queue_drain_bad(void);

static void stop_bad(void)
{
    queue_drain_bad();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_DETACH:
        stop_bad();
        break;
    }
    return TRUE;
}
