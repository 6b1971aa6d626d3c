/*
 * paths.c - the shortest path to every sink, per root and phase.
 *
 * Breadth first over the contexts' edges, which are in source order, so that ties go to the first
 * in the source.  Certain edges are searched first; what only an uncertain edge reaches is added
 * afterwards as possible, with the reason.
 */
#include <string.h>

#include "base/text.h"
#include "walk/engine.h"

/* How a context was reached. */
struct arrival {
    uint32_t context;
    uint32_t from;   /* index of the arrival it came from; 0: none, the root's own */
    uint32_t edge;   /* in that arrival's context */
    uint32_t inside; /* how many functions of system headers stand last on the way */
};

/* Wrappers in system headers (IUnknown_Release as an inline function) are reached anew from every
 * call, as each call is a finding of its own; only so deep. */
enum { DEEPEST_WRAPPER = 3 };

/* One search in progress. */
struct search {
    struct engine *engine;
    const struct search_start *start;
    struct reach *reach;
    struct handlers *handlers;
    struct arena *scratch;
    VEC(struct arrival) arrivals; /* [0] is a dummy; the queue of the search */
    bool *seen;                   /* by context */
    struct strmap *found;         /* places that have their sink */
    bool doubtful;                /* uncertain edges are followed, too */
};

static const struct program_function *function_of(const struct search *s, uint32_t context)
{
    return &s->engine->program->functions.at[s->engine->contexts.at[context].fn.i];
}

static struct place place_of(const struct search *s, uint32_t context, const struct edge *edge)
{
    const struct program_function *function = function_of(s, context);
    const struct unit *facts = s->engine->program->units.at[function->unit];
    where_id where = facts->nodes.at[edge->node.i].where;
    return engine_place(s->engine, function->unit, where.i == 0 ? function->where : where);
}

/* The entry of the API that holds in this phase for these arguments. */
static const struct api *entry_of(const struct edge *edge, enum phase phase)
{
    struct api_argument arguments[LIMIT_ARGUMENTS] = {0};
    for (uint32_t i = 0; i < edge->n_arguments; i++) {
        arguments[i] = value_as_argument(edge->arguments[i]);
    }
    return packs_choose(edge->api.first, edge->api.n, 1U << phase, arguments, edge->n_arguments);
}

static struct step step_of(const struct search *s, uint32_t context, const struct edge *edge)
{
    return (struct step){.function = function_of(s, context)->name,
                         .calls = edge->calls,
                         .at = place_of(s, context, edge),
                         .through = edge->through};
}

/* The edge by which an arrival came. */
static const struct edge *edge_of(const struct search *s, const struct arrival *arrival)
{
    uint32_t from = s->arrivals.at[arrival->from].context;
    return &s->engine->contexts.at[from].edges.at[arrival->edge];
}

/* Fills the steps from the root to an edge of an arrival's context, and why they are not certain.
 */
static void fill_steps(const struct search *s, uint32_t arrival, const struct edge *last,
                       struct sink *sink)
{
    struct arena *arena = s->engine->arena;
    VEC(struct step) reversed = {0};
    VEC_PUSH(s->scratch, &reversed, step_of(s, s->arrivals.at[arrival].context, last));
    const struct edge *doubtful = last;
    for (uint32_t a = arrival; s->arrivals.at[a].from != 0; a = s->arrivals.at[a].from) {
        const struct arrival *to = &s->arrivals.at[a];
        const struct edge *edge = edge_of(s, to);
        VEC_PUSH(s->scratch, &reversed, step_of(s, s->arrivals.at[to->from].context, edge));
        if (edge->doubt != NULL && (doubtful->doubt == NULL || doubtful->partial)) {
            doubtful = edge;
        }
    }
    sink->reason = doubtful->doubt;
    if (s->start->before != NULL) {
        VEC_PUSH(arena, &sink->steps, *s->start->before);
    }
    for (uint32_t i = reversed.n; i > 0; i--) {
        VEC_PUSH(arena, &sink->steps, reversed.at[i - 1]);
    }
    if (s->start->doubt != NULL) {
        sink->reason = s->start->doubt;
    }
    sink->certainty = sink->reason == NULL ? CERTAINTY_CERTAIN : CERTAINTY_POSSIBLE;
}

/* The call outside of system headers that leads to an edge. */
static struct place project_place(const struct search *s, uint32_t arrival, const struct edge *edge)
{
    struct place at = place_of(s, s->arrivals.at[arrival].context, edge);
    for (uint32_t a = arrival; at.system && s->arrivals.at[a].from != 0;
         a = s->arrivals.at[a].from) {
        const struct arrival *to = &s->arrivals.at[a];
        at = place_of(s, s->arrivals.at[to->from].context, edge_of(s, to));
    }
    return at;
}

static void visit_api(struct search *s, uint32_t arrival, const struct edge *edge)
{
    const struct api *api = entry_of(edge, s->start->phase);
    if (api == NULL || api->effects.n == 0) {
        return;
    }
    struct place at = project_place(s, arrival, edge);
    const char *key =
        arena_printf(s->scratch, "%s:%u:%u:%s:%u", at.file, at.line, at.column, edge->calls,
                     (unsigned)(api - s->engine->program->packs->apis.at));
    if (strmap_get(s->found, key, NULL)) {
        return;
    }
    strmap_put(s->found, key, 1);
    struct sink sink = {.api = api,
                        .name = edge->calls,
                        .phase = s->start->phase,
                        .root = s->start->root,
                        .object = edge->object};
    if (edge->object != 0) {
        sink.object_name = s->engine->program->key_names.at[edge->object];
    }
    fill_steps(s, arrival, edge, &sink);
    VEC_PUSH(s->engine->arena, &s->reach->sinks, sink);
}

/* Why a registration that only the second search finds is not certain. */
static const char *doubt_of(const struct search *s, const struct edge *edge)
{
    return edge->doubt != NULL
               ? edge->doubt
               : arena_printf(s->engine->arena,
                              "the path to where '%s' is registered is not certain", edge->calls);
}

static void visit_handler(struct search *s, const struct edge *edge)
{
    for (uint32_t i = 0; i < s->handlers->list.n; i++) {
        struct handler *known = &s->handlers->list.at[i];
        if (known->context == edge->context) {
            known->phases |= edge->phases;
            known->doubt = s->doubtful ? known->doubt : NULL;
            return;
        }
    }
    const struct program_function *function = function_of(s, edge->context);
    struct handler handler = {.context = edge->context,
                              .phases = edge->phases,
                              .doubt = s->doubtful ? doubt_of(s, edge) : NULL,
                              .name = function->name,
                              .at = engine_place(s->engine, function->unit, function->where)};
    VEC_PUSH(s->engine->arena, &s->handlers->list, handler);
}

static bool is_in_system_header(const struct search *s, uint32_t context)
{
    const struct program_function *function = function_of(s, context);
    return engine_place(s->engine, function->unit, function->where).system;
}

/* Follows a call into another context, once, or from everywhere if it is a wrapper in a system
 * header. */
static void visit_call(struct search *s, uint32_t from, uint32_t edge_index)
{
    const struct arrival *here = &s->arrivals.at[from];
    const struct edge *edge = &s->engine->contexts.at[here->context].edges.at[edge_index];
    bool wrapper = here->inside < DEEPEST_WRAPPER && is_in_system_header(s, edge->context);
    if (s->seen[edge->context] && !wrapper) {
        return;
    }
    s->seen[edge->context] = true;
    struct arrival next = {.context = edge->context,
                           .from = from,
                           .edge = edge_index,
                           .inside = wrapper ? here->inside + 1 : 0};
    VEC_PUSH(s->scratch, &s->arrivals, next);
}

static void visit_context(struct search *s, uint32_t arrival)
{
    const struct context *c = &s->engine->contexts.at[s->arrivals.at[arrival].context];
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const struct edge *edge = &c->edges.at[i];
        if (edge->doubt != NULL && !s->doubtful) {
            continue;
        }
        if (edge->kind == EDGE_API) {
            visit_api(s, arrival, edge);
        } else if (edge->kind == EDGE_REGISTER) {
            visit_handler(s, edge);
        } else {
            visit_call(s, arrival, i);
        }
    }
}

static void search(struct search *s)
{
    s->seen = ARENA_NEW_N(s->scratch, bool, s->engine->contexts.n);
    s->arrivals.n = 0;
    VEC_PUSH(s->scratch, &s->arrivals, ((struct arrival){0}));
    VEC_PUSH(s->scratch, &s->arrivals, ((struct arrival){.context = s->start->context}));
    s->seen[s->start->context] = true;
    for (uint32_t i = 1; i < s->arrivals.n; i++) {
        visit_context(s, i);
    }
}

void paths_search(struct engine *engine, const struct search_start *start, struct reach *reach,
                  struct handlers *handlers)
{
    struct search s = {.engine = engine,
                       .start = start,
                       .reach = reach,
                       .handlers = handlers,
                       .scratch = arena_create()};
    s.found = strmap_create(s.scratch);
    search(&s);
    s.doubtful = true;
    search(&s);
    arena_destroy(s.scratch);
}
