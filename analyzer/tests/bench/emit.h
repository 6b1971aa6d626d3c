/* emit.h - facts of a plan. */
#ifndef DLL_TESTS_BENCH_EMIT_H
#define DLL_TESTS_BENCH_EMIT_H

#include "facts/facts.h"
#include "plan.h"

/* Returns the facts of the plan's units (plan->n_units of them). */
const struct unit **emit_units(struct arena *arena, const struct plan *plan);

#endif
