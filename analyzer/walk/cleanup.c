/*
 * cleanup.c - what does an entry point clean up when the process ends?
 *
 * Takes the contexts of one entry point at unload and at process end; adds at most one sink.  What
 * both reach is compared by calls and assignments: if it is all the same, and lpvReserved is not
 * kept for code that asks later, it (or whatever else tells the end of the process) decides
 * nothing, and the first call that frees what outlives the entry point is concluded to clean up at
 * exit as at unload.  If something is cleaned up at exit, and unload does no more than a part of
 * what is done at exit, without any clean-up, the test is the wrong way round.  Paths that are only
 * possible show nothing here.
 */
#include <string.h>

#include "walk/contract.h"
#include "walk/kept.h"
#include "walk/lasting.h"

/* Functions that free a parameter are walked anew from every call, only so deep and so often. */
enum { MOST_ARRIVALS = 20000 };

static const char frees_memory[] = "frees-memory";

/* What only ends something: done at process end and not at unload, it was meant the other way. */
static const char *const endings[] = {frees_memory,      "frees-library", "unregisters",
                                      "deletes-lock",    "timer-wait",    "timer-cancel",
                                      "threadpool-wait", "joins-thread",  "destroys-affine"};

/* How a context was reached. */
struct arrival {
    uint32_t context;
    const struct arrival *from; /* NULL: the root's own */
    const struct edge *edge;    /* in that one's context */
    uint32_t inside;            /* wrappers that stand last on the way */
};

/* All that is reached from one context. */
struct search {
    const struct engine *engine;
    struct arena *arena; /* of the search */
    enum phase phase;
    VEC(struct arrival *) arrivals;
    bool *seen; /* by context */
};

/* A call that cleans up. */
struct ending {
    const struct arrival *arrival; /* NULL: none */
    const struct edge *edge;
    const struct api *api;
    const char *what;  /* name of the global that is freed; NULL: not memory */
    uint32_t n_others; /* such calls besides this one */
};

static fn_id function_of(const struct engine *e, uint32_t context)
{
    return e->contexts.at[context].fn;
}

/* The expression that an API's `object` argument is. */
static node_id subject_of(const struct unit *facts, const struct edge *edge, const struct api *api)
{
    const struct node *call = &facts->nodes.at[edge->node.i];
    if (call->kind == NODE_DELETE) {
        return call->first;
    }
    if (call->kind != NODE_CALL || call->first.i == 0) {
        return (node_id){0};
    }
    node_id argument = facts->nodes.at[call->first.i].next;
    for (uint32_t i = 0; i < api->object && argument.i != 0; i++) {
        argument = facts->nodes.at[argument.i].next;
    }
    return argument;
}

static const struct unit *unit_of(const struct engine *e, uint32_t context)
{
    return e->program->units.at[e->program->functions.at[function_of(e, context).i].unit];
}

/* True if the function frees one of its parameters. */
static bool is_wrapper(const struct search *s, uint32_t context)
{
    const struct unit *facts = unit_of(s->engine, context);
    const struct context *c = &s->engine->contexts.at[context];
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const struct edge *edge = &c->edges.at[i];
        const struct api *api = edge->kind == EDGE_API ? edge_entry(edge, 1U << s->phase) : NULL;
        if (api == NULL || !api->has_object || !api_has_effect(api, frees_memory)) {
            continue;
        }
        const struct node *n = &facts->nodes.at[subject_of(facts, edge, api).i];
        if (n->kind == NODE_REF && facts->symbols.at[n->sym.i].kind == SYMBOL_PARAM) {
            return true;
        }
    }
    return false;
}

static void arrive(struct search *s, const struct arrival *from, const struct edge *edge,
                   uint32_t context)
{
    uint32_t inside = from == NULL ? 0 : from->inside;
    bool again = s->seen[context];
    if (again &&
        (inside >= LIMIT_WRAPPERS || s->arrivals.n >= MOST_ARRIVALS || !is_wrapper(s, context))) {
        return;
    }
    s->seen[context] = true;
    struct arrival *added = ARENA_NEW(s->arena, struct arrival);
    *added = (struct arrival){context, from, edge, again ? inside + 1 : 0};
    VEC_PUSH(s->arena, &s->arrivals, added);
}

/* Has the memory fetched of what was found next. */
static void fetch_ahead(const struct search *s, uint32_t arrival)
{
    enum { ARRIVAL = 24, CONTEXT = 16, EDGES = 8 };
    if (arrival + ARRIVAL < s->arrivals.n) {
        const struct context *contexts = s->engine->contexts.at;
        const struct context *next = &contexts[s->arrivals.at[arrival + CONTEXT]->context];
        const struct context *soon = &contexts[s->arrivals.at[arrival + EDGES]->context];
        ATTR_SOON(s->arrivals.at[arrival + ARRIVAL]);
        ATTR_SOON(next);
        ATTR_SOON(&next->edges);
        for (uint32_t i = 0; i < soon->edges.n; i++) {
            ATTR_SOON(&soon->edges.at[i]);
        }
    }
}

/* Breadth first, in source order: the first way to a call is the shortest. */
static struct search search_from(const struct engine *e, struct arena *arena, uint32_t context,
                                 enum phase phase)
{
    struct search s = {.engine = e, .arena = arena, .phase = phase};
    s.seen = ARENA_NEW_N(arena, bool, e->contexts.n);
    arrive(&s, NULL, NULL, context);
    for (uint32_t i = 0; i < s.arrivals.n; i++) {
        fetch_ahead(&s, i);
        const struct arrival *arrival = s.arrivals.at[i];
        const struct context *c = &e->contexts.at[arrival->context];
        for (uint32_t n = 0; n < c->edges.n; n++) {
            const struct edge *edge = &c->edges.at[n];
            if (edge->kind == EDGE_CALL) {
                arrive(&s, arrival, edge, edge->context);
            }
        }
    }
    return s;
}

/* ---- the same calls? ---- */

/* Where the bits of a unit's nodes begin, by unit; behind the last one: their number. */
static uint64_t *first_bits(struct arena *arena, const struct program *program)
{
    uint64_t *first = ARENA_NEW_N(arena, uint64_t, program->units.n + 1);
    for (uint32_t u = 0; u < program->units.n; u++) {
        first[u + 1] = first[u] + program->units.at[u]->nodes.n;
    }
    return first;
}

/* Returns the bits of all nodes that a search found to call something, or to assign to what is no
 * local.  A node belongs to one function. */
static uint64_t *calls_of(const struct search *s, const uint64_t *first)
{
    const struct program *program = s->engine->program;
    uint64_t *bits = ARENA_NEW_N(s->arena, uint64_t, first[program->units.n] / 64 + 1);
    for (uint32_t i = 0; i < s->arrivals.n; i++) {
        fetch_ahead(s, i);
        const struct context *c = &s->engine->contexts.at[s->arrivals.at[i]->context];
        uint64_t from = first[program->functions.at[c->fn.i].unit];
        for (uint32_t n = 0; n < c->edges.n; n++) {
            uint64_t bit = from + c->edges.at[n].node.i;
            bits[bit / 64] |= UINT64_C(1) << bit % 64;
        }
        for (uint32_t n = 0; n < c->stores.n; n++) {
            uint64_t bit = from + c->stores.at[n].i;
            bits[bit / 64] |= UINT64_C(1) << bit % 64;
        }
    }
    return bits;
}

/* What two phases do, compared. */
struct comparison {
    bool same;
    bool within; /* the second does nothing that the first does not do */
};

static struct comparison compare_searches(const struct search *a, const struct search *b)
{
    const struct program *program = a->engine->program;
    const uint64_t *first = first_bits(a->arena, program);
    const uint64_t *left = calls_of(a, first);
    const uint64_t *right = calls_of(b, first);
    struct comparison result = {.same = true, .within = true};
    for (uint64_t i = 0; i <= first[program->units.n] / 64; i++) {
        result.same &= left[i] == right[i];
        result.within &= (right[i] & ~left[i]) == 0;
    }
    return result;
}

/* ---- what cleans up ---- */

static bool ends_something(const struct api *api)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (api_has_effect(api, endings[i])) {
            return true;
        }
    }
    return false;
}

/* The name of the global that the freed memory belongs to, or NULL. */
static const char *freed_global(const struct search *s, const struct arrival *arrival,
                                const struct edge *edge, const struct api *api)
{
    struct lasting_call *at = NULL;
    struct lasting_call *inner = NULL;
    node_id call = edge->node;
    for (const struct arrival *a = arrival; a != NULL; a = a->from) {
        struct lasting_call *added = ARENA_NEW(s->arena, struct lasting_call);
        fn_id fn = function_of(s->engine, a->context);
        *added = (struct lasting_call){fn, s->engine->program->functions.at[fn.i].unit, call, NULL};
        if (inner != NULL) {
            inner->caller = added;
        } else {
            at = added;
        }
        inner = added;
        call = a->edge == NULL ? (node_id){0} : a->edge->node;
    }
    const struct unit *facts = unit_of(s->engine, arrival->context);
    return lasting_name(s->engine, at, subject_of(facts, edge, api));
}

/* True if the way to an arrival is certain. */
static bool is_certain(const struct arrival *arrival)
{
    for (const struct arrival *a = arrival; a != NULL; a = a->from) {
        if (a->edge != NULL && a->edge->doubt != NULL) {
            return false;
        }
    }
    return true;
}

/* True if what the root calls on the way to an arrival writes a file: freeing goes along with
 * saving, which has its place at process end. */
static bool saves(const struct search *s, const struct arrival *arrival)
{
    const struct arrival *top = arrival;
    while (top->from != NULL && top->from->from != NULL) {
        top = top->from;
    }
    for (uint32_t i = 0; i < s->arrivals.n && top->from != NULL; i++) {
        const struct context *c = &s->engine->contexts.at[s->arrivals.at[i]->context];
        bool below = false;
        for (const struct arrival *a = s->arrivals.at[i]; a != NULL && !below; a = a->from) {
            below = a->context == top->context;
        }
        for (uint32_t n = 0; n < c->edges.n && below; n++) {
            const struct edge *edge = &c->edges.at[n];
            const struct api *api =
                edge->kind == EDGE_API ? edge_entry(edge, 1U << s->phase) : NULL;
            if (api != NULL && api_has_effect(api, "writes-file")) {
                return true;
            }
        }
    }
    return false;
}

/* Judges one call; `*what` is set for memory. */
static bool is_ending(const struct search *s, const struct arrival *arrival,
                      const struct edge *edge, bool memory_only, const char **what)
{
    bool acts = edge->kind == EDGE_API && !edge->harmless;
    const struct api *api = acts ? edge_entry(edge, 1U << s->phase) : NULL;
    *what = NULL;
    if (api == NULL || !ends_something(api) || edge->doubt != NULL || !is_certain(arrival)) {
        return false;
    }
    if (!api_has_effect(api, frees_memory)) {
        return !memory_only;
    }
    *what = api->has_object ? freed_global(s, arrival, edge, api) : NULL;
    return *what != NULL && !saves(s, arrival);
}

static struct ending find_ending(const struct search *s, bool memory_only)
{
    struct ending found = {0};
    for (uint32_t i = 0; i < s->arrivals.n; i++) {
        const struct arrival *arrival = s->arrivals.at[i];
        const struct context *c = &s->engine->contexts.at[arrival->context];
        for (uint32_t n = 0; n < c->edges.n; n++) {
            const char *what = NULL;
            if (!is_ending(s, arrival, &c->edges.at[n], memory_only, &what)) {
                continue;
            }
            if (found.arrival != NULL) {
                found.n_others++;
                continue;
            }
            const struct api *api = edge_entry(&c->edges.at[n], 1U << s->phase);
            found = (struct ending){arrival, &c->edges.at[n], api, what, 0};
        }
    }
    return found;
}

/* True if anything is ended at all, be it for a moment only. */
static bool has_ending(const struct search *s)
{
    for (uint32_t i = 0; i < s->arrivals.n; i++) {
        const struct context *c = &s->engine->contexts.at[s->arrivals.at[i]->context];
        for (uint32_t n = 0; n < c->edges.n; n++) {
            const struct edge *edge = &c->edges.at[n];
            const struct api *api =
                edge->kind == EDGE_API && !edge->harmless ? edge_entry(edge, 1U << s->phase) : NULL;
            if (api != NULL && ends_something(api)) {
                return true;
            }
        }
    }
    return false;
}

/* True if an API is asked on the way whether the process ends: where it could not be found, the
 * code cannot know. */
static bool asks(const struct search *s)
{
    for (uint32_t i = 0; i < s->arrivals.n && s->engine->asks_for_exit; i++) {
        const struct context *c = &s->engine->contexts.at[s->arrivals.at[i]->context];
        for (uint32_t n = 0; n < c->edges.n; n++) {
            const struct edge *edge = &c->edges.at[n];
            const struct api *api =
                edge->kind == EDGE_API ? edge_entry(edge, 1U << s->phase) : NULL;
            if (api != NULL && strcmp(api->returns, "process-exit") == 0) {
                return true;
            }
        }
    }
    return false;
}

/* ---- the sink ---- */

static struct step step_of(const struct engine *e, uint32_t context, const struct edge *edge)
{
    const struct program_function *function = &e->program->functions.at[function_of(e, context).i];
    where_id where = e->program->units.at[function->unit]->nodes.at[edge->node.i].where;
    return (struct step){
        .function = function->name,
        .calls = edge->calls,
        .at = engine_place(e, function->unit, where.i == 0 ? function->where : where),
        .through = edge->through};
}

static void add_steps(struct engine *e, struct sink *sink, const struct ending *ending)
{
    uint32_t depth = 1;
    for (const struct arrival *a = ending->arrival; a->from != NULL; a = a->from) {
        depth++;
    }
    for (uint32_t i = 0; i < depth; i++) {
        VEC_PUSH(e->arena, &sink->steps, ((struct step){0}));
    }
    const struct edge *edge = ending->edge;
    for (const struct arrival *a = ending->arrival; a != NULL; a = a->from) {
        sink->steps.at[--depth] = step_of(e, a->context, edge);
        edge = a->edge;
    }
}

/* What stands behind the message's sentence, in brackets; "" if there is nothing to add. */
static const char *detail_of(struct engine *e, const struct ending *ending)
{
    const char *what = "";
    if (ending->what != NULL) {
        what = arena_printf(e->arena, "it belongs to '%s'", ending->what);
    }
    const char *more = "";
    if (ending->n_others > 0) {
        more = arena_printf(e->arena, "%u more call%s up", ending->n_others,
                            ending->n_others == 1 ? " cleans" : "s clean");
    }
    if (what[0] == '\0' && more[0] == '\0') {
        return "";
    }
    const char *between = what[0] != '\0' && more[0] != '\0' ? "; " : "";
    return arena_printf(e->arena, " (%s%s%s)", what, between, more);
}

static void add_sink(struct engine *e, struct reach *reach, uint32_t root,
                     const struct ending *ending, const char *effect)
{
    struct sink sink = {.api = ending->api,
                        .name = ending->edge->calls,
                        .phase = PHASE_DETACH_EXIT,
                        .root = root,
                        .effect = effect,
                        .detail = detail_of(e, ending),
                        .object = ending->edge->api->object};
    add_steps(e, &sink, ending);
    VEC_PUSH(e->arena, &reach->sinks, sink);
}

void contract_cleanup(struct engine *e, struct reach *reach, uint32_t root)
{
    const struct walked_root *walked = &e->roots.at[root];
    uint32_t phases = reach->roots.at[root].phases;
    bool exits = (phases >> PHASE_DETACH_EXIT & 1U) != 0;
    bool unloads = (phases >> PHASE_DETACH_UNLOAD & 1U) != 0;
    if (!exits) {
        return;
    }
    struct arena *scratch = arena_create();
    struct search exit =
        search_from(e, scratch, walked->contexts[PHASE_DETACH_EXIT], PHASE_DETACH_EXIT);
    struct search unload =
        search_from(e, scratch, walked->contexts[PHASE_DETACH_UNLOAD], PHASE_DETACH_UNLOAD);
    struct comparison both = compare_searches(&exit, &unload);
    bool inverted = !both.same && both.within && unloads && !has_ending(&unload);
    bool blind = both.same && !asks(&exit) &&
                 !kept_reserved(e, walked->contexts[PHASE_DETACH_EXIT], exit.seen);
    if (blind || inverted) {
        struct ending ending = find_ending(&exit, both.same);
        if (ending.arrival != NULL) {
            add_sink(e, reach, root, &ending,
                     both.same ? "cleans-up-at-exit" : "cleans-up-only-at-exit");
        }
    }
    arena_destroy(scratch);
}
