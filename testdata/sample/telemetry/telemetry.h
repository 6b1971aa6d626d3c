/* telemetry.h - the public interface of telemetry.dll and what its files share. */
#ifndef TELEMETRY_H
#define TELEMETRY_H

#include <winsock2.h>
#include <windows.h>

#define TELEMETRY_MAX_EVENTS 64u

struct telemetry_event {
    DWORD code;
    ULONGLONG time;
};

/* Exported. */
__declspec(dllexport) BOOL WINAPI TelemetryRecord(DWORD code);
__declspec(dllexport) DWORD WINAPI TelemetryFlush(void);

/* session.c */
BOOL session_start(void);
void session_stop(BOOL process_ends);

/* uplink.c */
BOOL uplink_open(const char *host, USHORT port);
BOOL uplink_send(const void *bytes, int n_bytes);
void uplink_close(void);

/* events.c */
BOOL events_push(DWORD code, ULONGLONG time);
DWORD events_take(struct telemetry_event *out, DWORD n_out);

/* compat.c */
BOOL compat_prepare(void);

#endif
