/* pairs.c - What is made and not ended, or ended on another thread. */
#include "walk/conclude.h"

void conclude_pairs(struct engine *engine, struct reach *reach)
{
    (void)engine;
    (void)reach;
}
