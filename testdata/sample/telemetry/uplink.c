/* uplink.c - the socket to the collector. */
#include "telemetry.h"

#include <string.h>

static SOCKET uplink = INVALID_SOCKET;
static struct sockaddr_in collector;

BOOL uplink_open(const char *host, USHORT port)
{
    WSADATA data;
    if (WSAStartup(MAKEWORD(2, 2), &data) != 0) {
        return FALSE;
    }
    memset(&collector, 0, sizeof collector);
    collector.sin_family = AF_INET;
    collector.sin_port = (USHORT)((port << 8) | (port >> 8));
    collector.sin_addr.s_addr = inet_addr(host);
    return TRUE;
}

/* Called by TelemetryFlush() only, on a thread of the program: connecting here is fine. */
BOOL uplink_send(const void *bytes, int n_bytes)
{
    if (uplink == INVALID_SOCKET) {
        uplink = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
        if (uplink == INVALID_SOCKET) {
            return FALSE;
        }
        if (connect(uplink, (const struct sockaddr *)&collector, sizeof collector) != 0) {
            closesocket(uplink);
            uplink = INVALID_SOCKET;
            return FALSE;
        }
    }
    return send(uplink, bytes, n_bytes, 0) == n_bytes;
}

void uplink_close(void)
{
    if (uplink != INVALID_SOCKET) {
        closesocket(uplink);
        uplink = INVALID_SOCKET;
    }
    WSACleanup();
}
