/*
 * contract.h - the parts of conclude_contract().
 */
#ifndef DLL_WALK_CONTRACT_H
#define DLL_WALK_CONTRACT_H

#include "walk/conclude.h"

/* Clean-up at process end: done as at unload, or only there.  `root` is an index into
 * engine->roots, of an entry point. */
void contract_cleanup(struct engine *engine, struct reach *reach, uint32_t root);

/* Work for threads in an entry point that never hears of them. */
void contract_threads(struct engine *engine, struct reach *reach, uint32_t root);

#endif
