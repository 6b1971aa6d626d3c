#include <winsock2.h>
#include "net.h"

int socket_layer_start_bad(void)
{
    WSADATA data;
    return WSAStartup(MAKEWORD(2, 2), &data) == 0;
}
