#include <windows.h>

static HANDLE events[2];

void queue_drain_bad(void)
{
    SetEvent(events[0]);
    WaitForMultipleObjects(2, events, TRUE, INFINITE);
}
