/* contract.c - Does the entry point keep its contract? */
#include "walk/conclude.h"

void conclude_contract(struct engine *engine, struct reach *reach)
{
    (void)engine;
    (void)reach;
}
