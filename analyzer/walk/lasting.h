/*
 * lasting.h - does what a call frees outlive the entry point?
 *
 * Knows the program's trees; knows nothing of values and phases.
 */
#ifndef DLL_WALK_LASTING_H
#define DLL_WALK_LASTING_H

#include "walk/engine.h"

/* A function on a path, and the call in it that the path goes on with. */
struct lasting_call {
    fn_id fn;
    uint32_t unit;                     /* of the function */
    node_id call;                      /* in it */
    const struct lasting_call *caller; /* NULL: the root */
};

/* Returns the name of the global that an expression in the function of `at` is reached from: `g`
 * for `g`, `g->next`, an entry of the list `g`; NULL if it is reached from none. */
const char *lasting_name(const struct engine *engine, const struct lasting_call *at, node_id node);

#endif
