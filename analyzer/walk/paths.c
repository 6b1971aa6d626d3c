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
    uint32_t from; /* context; 0: the root's own */
    uint32_t edge; /* in that context */
    bool seen;
};

/* One search in progress. */
struct search {
    struct engine *engine;
    const struct search_start *start;
    struct reach *reach;
    struct handlers *handlers;
    struct arena *scratch;
    struct arrival *arrivals; /* by context */
    struct strmap *found;     /* places that have their sink */
    VEC(uint32_t) queue;
    bool doubtful; /* uncertain edges are followed, too */
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

static bool holds(const struct condition *condition, const struct edge *edge)
{
    if (condition->kind == CONDITION_ARGUMENTS) {
        return condition->value == edge->n_arguments;
    }
    if (condition->param >= edge->n_arguments) {
        return false;
    }
    struct value value = edge->arguments[condition->param];
    bool number = value.kind == VALUE_INT;
    bool string = value.kind == VALUE_STRING;
    switch (condition->kind) {
    case CONDITION_EQUALS:
        return number && value.number == condition->value;
    case CONDITION_NOT_EQUALS:
        return number ? value.number != condition->value
                      : condition->value == 0 && value_truth(value) == TRUTH_TRUE;
    case CONDITION_ANY_BITS:
        return number && (value.number & condition->value) != 0;
    case CONDITION_NO_BITS:
        return number && (value.number & condition->value) == 0;
    case CONDITION_KNOWN:
        return number;
    case CONDITION_ORIGIN:
        return value.kind == VALUE_HANDLE && strcmp(value.text, condition->glob) == 0;
    case CONDITION_ARGUMENTS:
        break;
    case CONDITION_STRING:
        return string && text_glob_nocase(condition->glob, value.text);
    case CONDITION_NOT_STRING:
        return string && !text_glob_nocase(condition->glob, value.text);
    }
    return false;
}

/* The entry of the API that holds in this phase for these arguments. */
static const struct api *entry_of(const struct edge *edge, enum phase phase)
{
    for (uint32_t i = 0; i < edge->api.n; i++) {
        const struct api *api = &edge->api.first[i];
        bool all = (api->phases >> phase & 1U) != 0;
        for (uint32_t c = 0; c < api->conditions.n && all; c++) {
            all = holds(&api->conditions.at[c], edge);
        }
        if (all) {
            return api;
        }
    }
    return NULL;
}

static struct step step_of(const struct search *s, uint32_t context, const struct edge *edge)
{
    return (struct step){.function = function_of(s, context)->name,
                         .calls = edge->calls,
                         .at = place_of(s, context, edge),
                         .through = edge->through};
}

/* Fills the steps from the root to an edge of a context, and why they are not certain. */
static void fill_steps(const struct search *s, uint32_t context, const struct edge *last,
                       struct sink *sink)
{
    struct arena *arena = s->engine->arena;
    VEC(struct step) reversed = {0};
    VEC_PUSH(s->scratch, &reversed, step_of(s, context, last));
    sink->reason = last->doubt;
    for (uint32_t c = context; s->arrivals[c].from != 0; c = s->arrivals[c].from) {
        uint32_t from = s->arrivals[c].from;
        const struct edge *edge = &s->engine->contexts.at[from].edges.at[s->arrivals[c].edge];
        VEC_PUSH(s->scratch, &reversed, step_of(s, from, edge));
        if (edge->doubt != NULL) {
            sink->reason = edge->doubt;
        }
    }
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

static void visit_api(struct search *s, uint32_t context, const struct edge *edge)
{
    const struct api *api = entry_of(edge, s->start->phase);
    if (api == NULL || api->effects.n == 0) {
        return;
    }
    struct place at = place_of(s, context, edge);
    const char *key =
        arena_printf(s->scratch, "%s:%u:%u:%s", at.file, at.line, at.column, edge->calls);
    if (strmap_get(s->found, key, NULL)) {
        return;
    }
    strmap_put(s->found, key, 1);
    struct sink sink = {
        .api = api, .name = edge->calls, .phase = s->start->phase, .root = s->start->root};
    fill_steps(s, context, edge, &sink);
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

static void visit_context(struct search *s, uint32_t context)
{
    const struct context *c = &s->engine->contexts.at[context];
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const struct edge *edge = &c->edges.at[i];
        if (edge->doubt != NULL && !s->doubtful) {
            continue;
        }
        if (edge->kind == EDGE_API) {
            visit_api(s, context, edge);
        } else if (edge->kind == EDGE_REGISTER) {
            visit_handler(s, edge);
        } else if (!s->arrivals[edge->context].seen) {
            s->arrivals[edge->context] = (struct arrival){context, i, true};
            VEC_PUSH(s->scratch, &s->queue, edge->context);
        }
    }
}

static void search(struct search *s)
{
    s->arrivals = ARENA_NEW_N(s->scratch, struct arrival, s->engine->contexts.n);
    s->queue.n = 0;
    s->arrivals[s->start->context].seen = true;
    VEC_PUSH(s->scratch, &s->queue, s->start->context);
    for (uint32_t i = 0; i < s->queue.n; i++) {
        visit_context(s, s->queue.at[i]);
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
