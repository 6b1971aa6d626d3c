#include "pipes.h"

int socket(int kind, int size, int flags)
{
    return kind + size + flags;
}

int connect(int pipe)
{
    return pipe - 4;
}
