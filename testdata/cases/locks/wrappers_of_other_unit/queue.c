#include <windows.h>

#include "queue.h"

static CRITICAL_SECTION queue_section;

void queue_lock(void)
{
    EnterCriticalSection(&queue_section);
}

void queue_unlock(void)
{
    LeaveCriticalSection(&queue_section);
}
