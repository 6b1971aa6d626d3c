/* session.c - one session: the connection to the collector and the events on their way to it. */
#include "telemetry.h"

static LONG session_users;

static USHORT collector_port(void)
{
    char text[8];
    DWORD length = GetEnvironmentVariableA("TELEMETRY_PORT", text, sizeof text);
    unsigned port = 0;
    for (DWORD i = 0; i < length && length < sizeof text; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return 4317;
        }
        port = port * 10u + (unsigned)(text[i] - '0');
    }
    return port > 0 && port < 65536 ? (USHORT)port : 4317;
}

BOOL session_start(void)
{
    if (InterlockedIncrement(&session_users) > 1) {
        return TRUE;
    }
    return uplink_open("127.0.0.1", collector_port());
}

void session_stop(BOOL process_ends)
{
    if (process_ends) {
        return; /* Windows takes the socket back itself. */
    }
    if (InterlockedDecrement(&session_users) == 0) {
        uplink_close();
    }
}

BOOL WINAPI TelemetryRecord(DWORD code)
{
    return events_push(code, GetTickCount64());
}

DWORD WINAPI TelemetryFlush(void)
{
    struct telemetry_event batch[TELEMETRY_MAX_EVENTS];
    DWORD n_events = events_take(batch, TELEMETRY_MAX_EVENTS);
    if (n_events == 0 || !uplink_send(batch, (int)(n_events * sizeof batch[0]))) {
        return 0;
    }
    return n_events;
}
