/* events.c - a ring of events.  Nothing here minds the loader lock. */
#include "telemetry.h"

static SRWLOCK events_lock = SRWLOCK_INIT;
static struct telemetry_event ring[TELEMETRY_MAX_EVENTS];
static DWORD first, n_events;

BOOL events_push(DWORD code, ULONGLONG time)
{
    BOOL stored = FALSE;
    AcquireSRWLockExclusive(&events_lock);
    if (n_events < TELEMETRY_MAX_EVENTS) {
        struct telemetry_event *event = &ring[(first + n_events) % TELEMETRY_MAX_EVENTS];
        event->code = code;
        event->time = time;
        n_events++;
        stored = TRUE;
    }
    ReleaseSRWLockExclusive(&events_lock);
    return stored;
}

DWORD events_take(struct telemetry_event *out, DWORD n_out)
{
    DWORD n_taken = 0;
    AcquireSRWLockExclusive(&events_lock);
    while (n_taken < n_out && n_events > 0) {
        out[n_taken++] = ring[first];
        first = (first + 1) % TELEMETRY_MAX_EVENTS;
        n_events--;
    }
    ReleaseSRWLockExclusive(&events_lock);
    return n_taken;
}
