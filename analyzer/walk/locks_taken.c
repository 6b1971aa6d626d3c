/*
 * locks_taken.c - which locks are taken under the loader lock?
 *
 * The walk's contexts are searched once more, per root and phase, for calls that take locks.  Where
 * the lock is a parameter of the function, the call of the function counts, with its argument: so
 * each lock that a wrapper takes is found, not only the first.
 */
#include <string.h>

#include "base/text.h"
#include "walk/locks.h"

enum { MOST_HANDED = 8 }; /* parameters of one context that are taken as locks */

/* A lock that a context takes, known by a parameter of its function. */
struct handed {
    uint32_t place;
    uint32_t edge; /* of the context: the API that takes it, or a call ... */
    uint32_t next; /* ... that takes this one of the callee's; UINT32_MAX: the API */
};

struct handed_list {
    VEC(struct handed) list;
};

/* A call of a context. */
struct context_call {
    uint32_t context, edge;
};

/* How a context was reached. */
struct arrival {
    uint32_t context;
    uint32_t from; /* index of an arrival; 0: the root */
    uint32_t edge;
};

/* The whole search. */
struct search {
    struct locks *l;
    struct lock_takens *takens;
    struct handed_list *handed; /* by context */
    uint32_t root;              /* of the present search */
    enum phase phase;
    VEC(struct arrival) arrivals; /* [0] is a dummy */
    uint32_t *seen;               /* by context: number of the search that saw it */
    uint32_t number;
    struct strmap *found; /* locks and calls of the present search */
    bool doubtful;
};

static const struct context *context_at(const struct search *s, uint32_t context)
{
    return &s->l->engine->contexts.at[context];
}

/* The entry of an API that takes a lock in some of the phases; NULL: none does. */
static const struct api *taking_api(const struct edge *edge, uint32_t phases)
{
    const struct known_api *known = &edge->api->known;
    bool may = false;
    for (uint32_t i = 0; edge->kind == EDGE_API && i < known->n && !may; i++) {
        may = api_has_effect(&known->first[i], "takes-lock");
    }
    if (!may) {
        return NULL;
    }
    const struct api *api = edge_entry(edge, phases);
    return api != NULL && api_has_effect(api, "takes-lock") ? api : NULL;
}

static bool is_param(const struct locks *l, uint32_t place)
{
    return l->places.at[locks_base(l, place)].kind == PLACE_PARAM;
}

/* The place at a call that a callee's place is. */
static uint32_t at_edge(const struct search *s, uint32_t context, const struct edge *edge,
                        uint32_t place)
{
    struct lock_call call = {context_at(s, context)->fn, edge->node};
    if (edge->through != NULL && text_starts(edge->through, "callback of ")) {
        return locks_move(s->l, place, locks_base(s->l, place),
                          locks_place(s->l, PLACE_UNKNOWN, 0, 0));
    }
    return locks_at_call(s->l, call, context_at(s, edge->context)->fn, place);
}

/* ---- what contexts take of what they are handed ---- */

static bool add_handed(struct search *s, uint32_t context, struct handed handed)
{
    struct handed_list *known = &s->handed[context];
    for (uint32_t i = 0; i < known->list.n; i++) {
        if (known->list.at[i].place == handed.place) {
            return false;
        }
    }
    if (known->list.n >= MOST_HANDED) {
        return false;
    }
    VEC_PUSH(s->l->arena, &known->list, handed);
    return true;
}

/* Adds what the APIs of a context take; returns true if one is known by a parameter. */
static bool read_context(struct search *s, uint32_t context, bool *takes)
{
    const struct context *c = context_at(s, context);
    bool added = false;
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const struct api *api = taking_api(&c->edges.at[i], (1U << PHASES) - 1);
        if (api == NULL) {
            continue;
        }
        *takes = true;
        struct lock_objects objects = {0};
        locks_objects(s->l, (struct lock_call){c->fn, c->edges.at[i].node}, api, &objects);
        for (uint32_t o = 0; o < objects.list.n; o++) {
            if (is_param(s->l, objects.list.at[o])) {
                added |= add_handed(s, context, (struct handed){objects.list.at[o], i, UINT32_MAX});
            }
        }
    }
    return added;
}

/* The calls of contexts, by callee. */
struct context_callers {
    uint32_t *first; /* [context]; one more at the end */
    struct context_call *calls;
};

static struct context_callers find_callers(const struct search *s)
{
    const struct engine *e = s->l->engine;
    struct context_callers callers = {.first =
                                          ARENA_NEW_N(s->l->arena, uint32_t, e->contexts.n + 2)};
    uint32_t n = 0;
    for (uint32_t c = 1; c < e->contexts.n; c++) {
        for (uint32_t i = 0; i < e->contexts.at[c].edges.n; i++) {
            const struct edge *edge = &e->contexts.at[c].edges.at[i];
            if (edge->kind == EDGE_CALL) {
                callers.first[edge->context + 2]++;
                n++;
            }
        }
    }
    callers.calls = ARENA_NEW_N(s->l->arena, struct context_call, n);
    for (uint32_t c = 2; c < e->contexts.n + 2; c++) {
        callers.first[c] += callers.first[c - 1];
    }
    for (uint32_t c = 1; c < e->contexts.n; c++) {
        for (uint32_t i = 0; i < e->contexts.at[c].edges.n; i++) {
            const struct edge *edge = &e->contexts.at[c].edges.at[i];
            if (edge->kind == EDGE_CALL) {
                callers.calls[callers.first[edge->context + 1]++] = (struct context_call){c, i};
            }
        }
    }
    return callers;
}

/* Finds for all contexts which of their parameters are taken; returns false if no context takes a
 * lock at all. */
static bool find_handed(struct search *s)
{
    const struct engine *e = s->l->engine;
    VEC(uint32_t) queue = {0};
    bool takes = false;
    s->handed = ARENA_NEW_N(s->l->arena, struct handed_list, e->contexts.n);
    for (uint32_t c = 1; c < e->contexts.n; c++) {
        if (read_context(s, c, &takes)) {
            VEC_PUSH(s->l->arena, &queue, c);
        }
    }
    struct context_callers callers = {0};
    if (queue.n > 0) {
        callers = find_callers(s);
    }
    for (uint32_t i = 0; i < queue.n; i++) {
        uint32_t callee = queue.at[i];
        for (uint32_t k = callers.first[callee]; k < callers.first[callee + 1]; k++) {
            struct context_call call = callers.calls[k];
            const struct edge *edge = &e->contexts.at[call.context].edges.at[call.edge];
            bool added = false;
            for (uint32_t h = 0; h < s->handed[callee].list.n; h++) {
                uint32_t place = at_edge(s, call.context, edge, s->handed[callee].list.at[h].place);
                if (is_param(s->l, place)) {
                    added |= add_handed(s, call.context, (struct handed){place, call.edge, h});
                }
            }
            if (added) {
                VEC_PUSH(s->l->arena, &queue, call.context);
            }
        }
    }
    return takes;
}

/* ---- what is reached ---- */

static struct step step_of(const struct search *s, uint32_t context, const struct edge *edge)
{
    struct lock_call call = {context_at(s, context)->fn, edge->node};
    return locks_step(s->l, call, edge->calls, edge->through);
}

/* Adds a step, and why it is not certain. */
static void add_step(const struct search *s, uint32_t context, const struct edge *edge,
                     struct sink *sink)
{
    VEC_PUSH(s->l->engine->arena, &sink->steps, step_of(s, context, edge));
    if (edge->doubt != NULL && sink->reason == NULL) {
        sink->reason = edge->doubt;
    }
}

/* Fills the steps from the root to an arrival. */
static void fill_steps(const struct search *s, uint32_t arrival, struct sink *sink)
{
    VEC(uint32_t) path = {0};
    for (uint32_t a = arrival; s->arrivals.at[a].from != 0; a = s->arrivals.at[a].from) {
        VEC_PUSH(s->l->arena, &path, a);
    }
    const struct program_root *root = s->l->engine->roots.at[sink->root].root;
    if (root != NULL && root->destructor != NULL) {
        struct step before = {
            .function = root->name,
            .calls = root->destructor,
            .at = engine_place(s->l->engine, root->unit, root->where),
            .through = arena_printf(s->l->engine->arena, "destructor of %s", root->name)};
        VEC_PUSH(s->l->engine->arena, &sink->steps, before);
    }
    for (uint32_t i = path.n; i > 0; i--) {
        const struct arrival *to = &s->arrivals.at[path.at[i - 1]];
        uint32_t from = s->arrivals.at[to->from].context;
        add_step(s, from, &context_at(s, from)->edges.at[to->edge], sink);
    }
}

/* Adds a lock that the context of an arrival takes by an edge: by the API `next` is UINT32_MAX, or
 * by what it hands to the callee. */
static void add_taken(struct search *s, uint32_t arrival, uint32_t place, uint32_t edge_index,
                      uint32_t next)
{
    struct locks *l = s->l;
    uint32_t context = s->arrivals.at[arrival].context;
    uint32_t node = context_at(s, context)->edges.at[edge_index].node.i;
    const char *key = arena_printf(l->arena, "%u %u %u", place, context_at(s, context)->fn.i, node);
    if (!locks_is_known(l, place) || strmap_get(s->found, key, NULL)) {
        return;
    }
    strmap_put(s->found, key, 1);
    struct lock_taken taken = {.place = place};
    if (s->takens->wanted == NULL) {
        VEC_PUSH(l->arena, &s->takens->list, taken);
        return;
    }
    if (place >= s->takens->n_wanted || !s->takens->wanted[place]) {
        return;
    }
    taken.sink.root = s->root;
    taken.sink.phase = s->phase;
    fill_steps(s, arrival, &taken.sink);
    const struct edge *edge = &context_at(s, context)->edges.at[edge_index];
    add_step(s, context, edge, &taken.sink);
    while (next != UINT32_MAX) {
        context = edge->context;
        const struct handed *handed = &s->handed[context].list.at[next];
        edge = &context_at(s, context)->edges.at[handed->edge];
        add_step(s, context, edge, &taken.sink);
        next = handed->next;
    }
    taken.sink.api = taking_api(edge, 1U << s->phase);
    taken.sink.name = edge->calls;
    taken.sink.certainty = taken.sink.reason == NULL ? CERTAINTY_CERTAIN : CERTAINTY_POSSIBLE;
    taken.doubtful = taken.sink.reason != NULL;
    if (taken.sink.api != NULL) {
        VEC_PUSH(l->arena, &s->takens->list, taken);
    }
}

static void visit_api(struct search *s, uint32_t arrival, uint32_t edge_index)
{
    uint32_t context = s->arrivals.at[arrival].context;
    const struct edge *edge = &context_at(s, context)->edges.at[edge_index];
    const struct api *api = taking_api(edge, 1U << s->phase);
    if (api == NULL) {
        return;
    }
    struct lock_objects objects = {0};
    locks_objects(s->l, (struct lock_call){context_at(s, context)->fn, edge->node}, api, &objects);
    for (uint32_t i = 0; i < objects.list.n; i++) {
        if (!is_param(s->l, objects.list.at[i]) || s->arrivals.at[arrival].from == 0) {
            add_taken(s, arrival, objects.list.at[i], edge_index, UINT32_MAX);
        }
    }
}

static void visit_call(struct search *s, uint32_t arrival, uint32_t edge_index)
{
    uint32_t context = s->arrivals.at[arrival].context;
    const struct edge *edge = &context_at(s, context)->edges.at[edge_index];
    const struct handed_list *handed = &s->handed[edge->context];
    for (uint32_t i = 0; i < handed->list.n; i++) {
        uint32_t place = at_edge(s, context, edge, handed->list.at[i].place);
        if (!is_param(s->l, place) || s->arrivals.at[arrival].from == 0) {
            add_taken(s, arrival, place, edge_index, i);
        }
    }
    if (s->seen[edge->context] != s->number) {
        s->seen[edge->context] = s->number;
        struct arrival next = {edge->context, arrival, edge_index};
        VEC_PUSH(s->l->arena, &s->arrivals, next);
    }
}

static void visit_context(struct search *s, uint32_t arrival)
{
    uint32_t context = s->arrivals.at[arrival].context;
    for (uint32_t i = 0; i < context_at(s, context)->edges.n; i++) {
        const struct edge *edge = &context_at(s, context)->edges.at[i];
        if (edge->doubt != NULL && !s->doubtful) {
            continue;
        }
        if (edge->kind == EDGE_API) {
            visit_api(s, arrival, i);
        } else if (edge->kind == EDGE_CALL) {
            visit_call(s, arrival, i);
        }
    }
}

static void search(struct search *s, uint32_t root, enum phase phase, uint32_t context)
{
    s->root = root;
    s->phase = phase;
    s->number++;
    s->found = strmap_create(s->l->arena);
    s->arrivals.n = 0;
    VEC_PUSH(s->l->arena, &s->arrivals, ((struct arrival){0}));
    VEC_PUSH(s->l->arena, &s->arrivals, ((struct arrival){context, 0, 0}));
    s->seen[context] = s->number;
    for (int pass = 0; pass < 2; pass++) {
        s->doubtful = pass == 1;
        for (uint32_t i = 1; i < s->arrivals.n; i++) {
            visit_context(s, i);
        }
    }
}

void locks_find_taken(struct locks *l, struct lock_takens *takens)
{
    struct search s = {.l = l, .takens = takens};
    const struct engine *e = l->engine;
    if (!find_handed(&s)) {
        return;
    }
    s.seen = ARENA_NEW_N(l->arena, uint32_t, e->contexts.n);
    for (uint32_t r = 0; r < e->roots.n; r++) {
        for (enum phase phase = 0; phase < PHASES; phase++) {
            bool runs = e->roots.at[r].contexts[phase] != 0;
            if (runs && (l->reach->roots.at[r].phases >> phase & 1U) != 0) {
                search(&s, r, phase, e->roots.at[r].contexts[phase]);
            }
        }
    }
}
