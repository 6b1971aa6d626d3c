/*
 * locks_fold.c - one fault, one finding.
 *
 * A lock with a partner is often taken at many places in one phase: through one function after the
 * other that the first one calls.  It is one order that is wrong.  So the nearest place is
 * reported, certain ones first, and some of the others stand beside it as further evidence.
 */
#include <string.h>

#include "walk/locks.h"

enum { MOST_OTHERS = 3 }; /* places that are shown beside the reported one */

/* The takings of one lock in one phase. */
struct group {
    uint32_t best;    /* index of what is reported */
    uint32_t n_other; /* further places */
    VEC(struct flow) others;
};

/* All of them. */
struct folding {
    struct locks *l;
    const struct lock_takens *found;
    VEC(struct group) groups;
    struct strmap *ids;  /* groups by phase and lock */
    struct strmap *seen; /* places by group */
};

static const struct step *end_of(const struct folding *f, uint32_t i)
{
    const struct sink *sink = &f->found->list.at[i].sink;
    return &sink->steps.at[sink->steps.n - 1];
}

static bool same_end(const struct folding *f, uint32_t a, uint32_t b)
{
    const struct place *left = &end_of(f, a)->at;
    const struct place *right = &end_of(f, b)->at;
    return left->line == right->line && left->column == right->column &&
           strcmp(left->file, right->file) == 0;
}

static const char *key_of(const struct folding *f, uint32_t i)
{
    const struct lock_taken *taken = &f->found->list.at[i];
    const struct lock_place *place = &f->l->places.at[taken->place];
    return arena_printf(f->l->arena, "%d %s %d %u", (int)taken->sink.phase, taken->sink.effect,
                        place->exact, place->exact ? taken->place : place->anchor);
}

/* True if a path is better evidence than another: certain, then short. */
static bool is_better(const struct folding *f, uint32_t a, uint32_t b)
{
    const struct sink *left = &f->found->list.at[a].sink;
    const struct sink *right = &f->found->list.at[b].sink;
    if (left->certainty != right->certainty) {
        return left->certainty == CERTAINTY_CERTAIN;
    }
    if (f->found->list.at[a].doubtful != f->found->list.at[b].doubtful) {
        return f->found->list.at[b].doubtful;
    }
    return left->steps.n < right->steps.n;
}

static void add_other(struct folding *f, uint32_t group, uint32_t i)
{
    struct group *g = &f->groups.at[group];
    const struct step *step = end_of(f, i);
    const char *key = arena_printf(f->l->arena, "%u %s %u %u", group, step->at.file, step->at.line,
                                   step->at.column);
    if (same_end(f, g->best, i) || strmap_get(f->seen, key, NULL)) {
        return;
    }
    strmap_put(f->seen, key, 1);
    if (g->n_other++ < MOST_OTHERS) {
        struct arena *arena = f->l->engine->arena;
        struct flow flow = {.root = step->function};
        const struct lock_taken *taken = &f->found->list.at[i];
        flow.label = arena_printf(arena, "%s '%s' under the loader lock, too",
                                  taken->doubtful ? "may take" : "takes", taken->sink.detail);
        VEC_PUSH(arena, &flow.steps, *step);
        VEC_PUSH(f->l->arena, &g->others, flow);
    }
}

static void add_to_group(struct folding *f, uint32_t i)
{
    uint32_t id = strmap_intern(f->ids, key_of(f, i), f->groups.n);
    if (id == f->groups.n) {
        VEC_PUSH(f->l->arena, &f->groups, ((struct group){.best = i}));
    } else if (is_better(f, i, f->groups.at[id].best)) {
        f->groups.at[id].best = i;
    }
}

/* Says how many places are not shown. */
static void finish_group(const struct folding *f, struct group *group)
{
    if (group->n_other > MOST_OTHERS) {
        struct flow *last = &group->others.at[MOST_OTHERS - 1];
        last->label = arena_printf(f->l->engine->arena, "%s, as do %u more places", last->label,
                                   group->n_other - MOST_OTHERS);
    }
}

void locks_fold(struct locks *l, const struct lock_takens *found, struct reach *reach)
{
    struct folding f = {
        .l = l, .found = found, .ids = strmap_create(l->arena), .seen = strmap_create(l->arena)};
    for (uint32_t i = 0; i < found->list.n; i++) {
        add_to_group(&f, i);
    }
    for (uint32_t i = 0; i < found->list.n; i++) {
        add_other(&f, strmap_intern(f.ids, key_of(&f, i), 0), i);
    }
    for (uint32_t g = 0; g < f.groups.n; g++) {
        finish_group(&f, &f.groups.at[g]);
    }
    for (uint32_t i = 0; i < found->list.n; i++) {
        const struct group *group = &f.groups.at[strmap_intern(f.ids, key_of(&f, i), 0)];
        if (!same_end(&f, i, group->best)) {
            continue;
        }
        struct sink sink = found->list.at[i].sink;
        for (uint32_t o = 0; o < group->others.n; o++) {
            VEC_PUSH(l->engine->arena, &sink.flows, group->others.at[o]);
        }
        VEC_PUSH(l->engine->arena, &reach->sinks, sink);
    }
}
