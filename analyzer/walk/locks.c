/* locks.c - Which locks are held where the loader lock is needed. */
#include "walk/conclude.h"

void conclude_locks(struct engine *engine, struct reach *reach)
{
    (void)engine;
    (void)reach;
}
