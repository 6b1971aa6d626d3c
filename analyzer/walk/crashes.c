/*
 * crashes.c - functions that end the process on purpose: what a failed check calls.
 *
 * What such a function does before it ends the process, the message that it shows or writes, is
 * done once in the life of a process, and then nothing else matters.  That it ends it is told;
 * the rest is possible and a note, where the way to it may also be passed by.
 *
 * One whose statements form a loop is none: it may go on for ever, and end the process at times.
 */
#include "walk/engine.h"

bool crashes_by(const struct edge *edge)
{
    enum { ANY_PHASE = (1 << PHASES) - 1 };
    const struct api *api = edge->kind == EDGE_API ? edge_entry(edge, ANY_PHASE) : NULL;
    return api != NULL && api->noreturn && api_has_effect(api, "fails-fast");
}

static bool has_loop(const struct cfg *cfg)
{
    bool loop = false;
    for (uint32_t b = 0; b < cfg->blocks.n && !loop; b++) {
        const struct block *block = &cfg->blocks.at[b];
        bool branches = block->end == END_BRANCH || block->end == END_ANY;
        loop = (block->end == END_JUMP || branches) && block->target[0] <= b;
        loop = loop || (branches && block->target[1] <= b);
    }
    return loop;
}

void crashes_note(struct engine *e, const struct frame *f)
{
    struct context *context = &e->contexts.at[f->context];
    if (context->returns || has_loop(f->cfg)) {
        return;
    }
    for (uint32_t i = 0; i < context->edges.n && !context->crashes; i++) {
        const struct edge *edge = &context->edges.at[i];
        bool calls = edge->kind == EDGE_CALL && e->contexts.at[edge->context].crashes;
        context->crashes = calls || crashes_by(edge);
    }
}

bool crashes_if_taken(const struct engine *e, uint32_t context, const struct edge *edge)
{
    return edge->kind == EDGE_CALL && e->contexts.at[context].returns &&
           e->contexts.at[edge->context].crashes;
}
