/*
 * conclude.h - what follows from everything that was reached, taken together.
 *
 * After all roots are walked and searched, each of these reads the sinks in `reach` (and the
 * engine's contexts) and adds sinks of its own with `effect` set: faults that need more than one
 * piece of evidence.  They never change what is there, but may add `flows` to it.
 */
#ifndef DLL_WALK_CONCLUDE_H
#define DLL_WALK_CONCLUDE_H

#include "walk/engine.h"

/* Locks: one that is taken under the loader lock and that other code holds while it needs the
 * loader lock. */
void conclude_locks(struct engine *engine, struct reach *reach);

/* Threads: where the thread was started that a wait waits for. */
void conclude_threads(struct engine *engine, struct reach *reach);

/* The contract of the entry point: lpvReserved, its result, thread notifications. */
void conclude_contract(struct engine *engine, struct reach *reach);

/* Pairs: what is registered and not unregistered, made on one thread and ended on any. */
void conclude_pairs(struct engine *engine, struct reach *reach);

/* Threads whose objects are destroyed while nothing has joined or detached them. */
void conclude_joinable(struct engine *engine, struct reach *reach);

#endif
