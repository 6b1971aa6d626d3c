#include <windows.h>

int load_sockets_bad(void)
{
    return LoadLibraryA("ws2_32.dll") != NULL;
}
