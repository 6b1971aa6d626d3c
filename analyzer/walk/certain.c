/*
 * certain.c - which calls of a context can let an exception out, and which of them run on every way
 * through it.
 *
 * A throw that stands behind a condition which the walk could not decide may never happen: often
 * the condition is there so that it does not.  So an edge that leads to a throw is looked at once
 * its context is done.  It is certain if no way from the entry to an end of the function, through
 * the blocks that were reached, goes round the block of its node.
 *
 * That a call before it throws is not considered.  What stands in the right side of `&&` or `||`,
 * or in an arm of `?:`, is never certain, and nothing is in a recursion: errors go to the quieter
 * side.
 */
#include "walk/engine.h"

bool certain_holds(struct arena *scratch, const struct unit *unit, node_id tree, node_id node,
                   bool *arm)
{
    struct visit {
        node_id node;
        bool arm;
    };
    VEC(struct visit) stack = {0};
    VEC_PUSH(scratch, &stack, ((struct visit){tree, false}));
    while (stack.n > 0) {
        struct visit at = stack.at[--stack.n];
        if (at.node.i == node.i) {
            *arm = at.arm;
            return true;
        }
        const struct node *n = &unit->nodes.at[at.node.i];
        bool chooses = n->kind == NODE_AND || n->kind == NODE_OR || n->kind == NODE_COND;
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            bool skipped = at.arm || (chooses && c.i != n->first.i);
            VEC_PUSH(scratch, &stack, ((struct visit){c, skipped}));
        }
    }
    return false;
}

bool certain_evaluates(struct arena *scratch, const struct frame *f, uint32_t index, node_id node,
                       bool *arm)
{
    const struct block *block = &f->cfg->blocks.at[index];
    for (uint32_t i = 0; i < block->nodes.n; i++) {
        if (certain_holds(scratch, f->facts, block->nodes.at[i], node, arm)) {
            return true;
        }
    }
    return !block->evaluated && certain_holds(scratch, f->facts, block->node, node, arm);
}

/* True if a way from the entry to an end of the function goes round the block. */
static bool has_way_round(struct arena *scratch, const struct frame *f, uint32_t avoided)
{
    bool *seen = ARENA_NEW_N(scratch, bool, f->cfg->blocks.n);
    VEC(uint32_t) work = {0};
    VEC_PUSH(scratch, &work, 0);
    seen[avoided] = true;
    while (work.n > 0) {
        uint32_t at = work.at[--work.n];
        if (seen[at]) {
            continue;
        }
        seen[at] = true;
        const struct block *block = &f->cfg->blocks.at[at];
        uint32_t before = work.n;
        for (uint32_t i = 0; i < 2; i++) {
            bool unwinds = block->end == END_ANY && i == 1;
            if (!unwinds && ((unsigned)f->taken[at] >> i & 1U) != 0) {
                VEC_PUSH(scratch, &work, block->target[i]);
            }
        }
        for (uint32_t i = 0; i < block->cases.n && block->end == END_SWITCH; i++) {
            if (f->entry[block->cases.at[i].target] != NULL) {
                VEC_PUSH(scratch, &work, block->cases.at[i].target);
            }
        }
        if (work.n == before) {
            return true;
        }
    }
    return false;
}

static bool is_certain(struct arena *scratch, const struct frame *f, node_id node)
{
    for (uint32_t b = 0; b < f->cfg->blocks.n; b++) {
        bool arm = false;
        if (f->entry[b] != NULL && certain_evaluates(scratch, f, b, node, &arm)) {
            return !arm && !has_way_round(scratch, f, b);
        }
    }
    return true; /* what the function does without a statement of its own */
}

void certain_note(struct engine *e, const struct frame *f)
{
    struct context *context = &e->contexts.at[f->context];
    struct arena *scratch = NULL;
    for (uint32_t i = 0; i < context->edges.n; i++) {
        struct edge *edge = &context->edges.at[i];
        bool throws = edge->kind == EDGE_THROW ||
                      (edge->kind == EDGE_CALL && e->contexts.at[edge->context].throws);
        if (edge->kind == EDGE_CALL && e->contexts.at[edge->context].state != CONTEXT_DONE) {
            edge->sometimes = true; /* a recursion: what it leads to is not known yet */
        }
        if (throws) {
            context->throws = true;
            scratch = scratch == NULL ? arena_create() : scratch;
            edge->sometimes = !is_certain(scratch, f, edge->node);
        }
    }
    if (scratch != NULL) {
        arena_destroy(scratch);
    }
}
