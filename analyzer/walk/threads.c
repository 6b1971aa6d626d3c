/* threads.c - Where the threads come from that are waited for. */
#include "walk/conclude.h"

void conclude_threads(struct engine *engine, struct reach *reach)
{
    (void)engine;
    (void)reach;
}
