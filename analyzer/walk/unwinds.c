/*
 * unwinds.c - which calls let an exception out, so that it destroys the objects of its way.
 *
 * Takes the edges of contexts; a call unwinds the scopes around it if the walk has reached a
 * `throw` in what it calls, with what it was handed there, and nothing on the way up catches that.
 * What could throw in theory (a library function, a callee that is not seen, a call that is only
 * possible, a recursion) unwinds nothing: else the scope guard that is dismissed behind such a call
 * would be an alarm, and we choose to miss some.
 *
 * The objects are seen as they were before the call: what a callee did to one of them before it
 * threw is not known.
 */
#include "walk/engine.h"

/* The sorts that are known to come out of the edge, where its function calls it. */
static uint64_t come_out(const struct engine *e, const struct frame *f, const struct edge *edge)
{
    return edge->doubt != NULL ? 0 : throws_of(e, f->unit, edge);
}

/* Those of the sorts that leave the function, too. */
static uint64_t leave(struct engine *e, const struct frame *f, node_id node, uint64_t sorts)
{
    for (uint32_t i = 0; i < e->thrown.n && sorts >> (i & 63U) != 0 && i < 64; i++) {
        if ((sorts >> i & 1U) != 0) {
            const bool *guards = throws_guards(e, i, f->unit);
            if (guards != NULL && guards[node.i]) {
                sorts &= ~(UINT64_C(1) << i);
            }
        }
    }
    return sorts;
}

bool unwinds_from(struct engine *e, const struct frame *f)
{
    const struct context *context = &e->contexts.at[f->context];
    bool caught = f->cfg->blocks.at[f->block].caught;
    struct arena *scratch = NULL;
    bool found = false;
    for (uint32_t i = 0; i < context->edges.n && !found; i++) {
        const struct edge *edge = &context->edges.at[i];
        uint64_t sorts = come_out(e, f, edge);
        if (sorts == 0 || (!caught && leave(e, f, edge->node, sorts) == 0)) {
            continue;
        }
        bool arm = false;
        scratch = scratch == NULL ? arena_create() : scratch;
        found = certain_evaluates(scratch, f, f->block, edge->node, &arm);
    }
    if (scratch != NULL) {
        arena_destroy(scratch);
    }
    return found;
}

void unwinds_note(struct engine *e, const struct frame *f)
{
    struct context *context = &e->contexts.at[f->context];
    for (uint32_t i = 0; i < context->edges.n; i++) {
        const struct edge *edge = &context->edges.at[i];
        uint64_t sorts = come_out(e, f, edge);
        if (sorts != 0) {
            context->escapes |= leave(e, f, edge->node, sorts);
        }
    }
}
