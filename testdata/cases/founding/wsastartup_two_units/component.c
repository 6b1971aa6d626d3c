#include "net.h"

static int started;

int component_start_bad(void)
{
    started = socket_layer_start_bad();
    return started;
}

void component_forget_ok(void)
{
    started = 0;
}
