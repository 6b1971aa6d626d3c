#include <winsock2.h>
#include <ws2tcpip.h>
#include "home.h"

static SOCKET g_socket = INVALID_SOCKET;

void home_connect_bad(const char *host)
{
    struct addrinfo *first = NULL;

    if (getaddrinfo(host, "80", NULL, &first) == 0) {
        g_socket = socket(first->ai_family, SOCK_STREAM, IPPROTO_TCP);
        connect(g_socket, first->ai_addr, (int)first->ai_addrlen);
    }
}

void home_close_bad(void)
{
    closesocket(g_socket);
}
