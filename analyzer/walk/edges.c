/*
 * edges.c - what the reachable calls of a context do.
 *
 * Takes the edges that the interpretation finds, again and again as states change, and keeps one of
 * each.  They stay in the memory of the frame until its context is done.
 */
#include <assert.h>
#include <string.h>

#include "walk/engine.h"

static const struct edge_api no_api;

static bool same_word(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* What is called on objects that were made in different ways are two edges. */
static bool same_edge(const struct edge *a, const struct edge *b)
{
    if (a->kind != b->kind || a->node.i != b->node.i || a->context != b->context) {
        return false;
    }
    return a->api->object == b->api->object && a->api->known.first == b->api->known.first &&
           a->api->construct == b->api->construct && same_word(a->api->made, b->api->made) &&
           (a->calls == b->calls || strcmp(a->calls, b->calls) == 0);
}

static bool is_partial(const struct engine *e, uint32_t context)
{
    fn_id fn = e->contexts.at[context].fn;
    const struct function *function = e->program->functions.at[fn.i].function;
    return function != NULL && (function->flags & FUNCTION_PARTIAL) != 0;
}

/* Notes that the call stands behind a condition that could not be read.  Both branches of such a
 * condition are followed, but one of them may be impossible, and nobody has looked. */
static void doubt_unread(struct engine *e, uint32_t context, struct edge *edge)
{
    const struct program_function *function =
        &e->program->functions.at[e->contexts.at[context].fn.i];
    node_id choice = unread_choice(e, function->unit, edge->node);
    if (choice.i == 0) {
        return;
    }
    const struct unit *unit = e->program->units.at[function->unit];
    struct place at = engine_place(e, function->unit, unit->nodes.at[choice.i].where);
    edge->guess = true;
    edge->partial = false;
    edge->doubt =
        arena_printf(e->arena, "the condition in line %u of '%s', which decides, could not be read",
                     at.line, function->name);
}

/* True if no search finds anything in a call. */
static bool is_harmless(const struct edge_api *api)
{
    bool harmless = api->construct == NULL && api->delayed == NULL;
    for (uint32_t i = 0; i < api->known.n && harmless; i++) {
        harmless = api->known.first[i].effects.n == 0;
    }
    return harmless;
}

/* True if an edge can share what is known of an API with one that came before: as the arguments of
 * an edge can change, only if there are none. */
static bool can_share(const struct edge_api *kept, const struct edge_api *api)
{
    return kept != NULL && api->n_arguments == 0 && kept->n_arguments == 0 &&
           kept->known.first == api->known.first && kept->known.n == api->known.n &&
           kept->construct == api->construct && kept->delayed == api->delayed &&
           kept->made == api->made && kept->object == api->object &&
           strcmp(kept->known.name, api->known.name) == 0;
}

static const struct edge_api *keep_api(struct engine *e, const struct edge_api *api)
{
    if (api == &no_api) {
        return api;
    }
    if (can_share(e->last_api, api)) {
        return e->last_api;
    }
    struct edge_api *kept = ARENA_NEW(e->arena, struct edge_api);
    *kept = *api;
    kept->arguments = NULL;
    if (api->n_arguments > 0) {
        kept->arguments = ARENA_NEW_N(e->arena, struct value, api->n_arguments);
        memcpy(kept->arguments, api->arguments, sizeof *kept->arguments * api->n_arguments);
    } else {
        e->last_api = kept;
    }
    return kept;
}

const char *edge_rare_reason(const struct engine *e, uint32_t rare)
{
    return arena_printf(e->arena, "only if '%s' has failed, which it hardly ever does",
                        e->program->packs->apis.at[rare - 1].name);
}

/* Notes why an edge is not certain, besides what is told of it already. */
static void doubt(struct engine *e, uint32_t context, const struct state *s, struct edge *edge)
{
    bool partial = is_partial(e, context);
    if (edge->doubt == NULL && partial) {
        edge->partial = true;
        edge->doubt = arena_printf(e->arena, "'%s' was parsed only in part",
                                   e->program->functions.at[e->contexts.at[context].fn.i].name);
    }
    if (partial) {
        doubt_unread(e, context, edge);
    }
    edge->rare = s->rare != 0 && !edge->guess;
    if (edge->rare) {
        edge->partial = false;
        edge->doubt = edge_rare_reason(e, s->rare);
    }
}

/* Notes that a known edge was found again. */
static void merge_edge(struct engine *e, uint32_t context, const struct state *s,
                       struct edge *known, struct edge *edge)
{
    struct value *arguments = known->api->arguments;
    for (uint32_t i = 0; i < known->api->n_arguments && i < edge->api->n_arguments; i++) {
        arguments[i] = value_join(arguments[i], edge->api->arguments[i]);
    }
    if (known->rare && s->rare == 0) {
        doubt(e, context, s, edge);
        known->rare = false;
        known->guess = edge->guess;
        known->partial = edge->partial;
        known->doubt = edge->doubt;
    } else if (edge->doubt == NULL && s->rare == 0 && !is_partial(e, context)) {
        known->doubt = NULL;
    }
}

/* A context with more edges than this has a table of where those of each call stand: a function of
 * 100,000 calls would be looked through for each of them. */
enum { MANY_EDGES = 64 };

/* Notes that the edge of a context that has many is one of its call. */
static void note_span(struct engine *e, uint32_t context, uint32_t edge)
{
    if (e->edge_spans == NULL) {
        e->edge_spans = idmap_create(e->arena);
        VEC_PUSH(e->arena, &e->spans, ((struct edge_span){0}));
    }
    uint32_t *span =
        idmap_at(e->edge_spans, context, e->contexts.at[context].edges.at[edge].node.i);
    if (*span == 0) {
        *span = e->spans.n;
        VEC_PUSH(e->arena, &e->spans, ((struct edge_span){edge, edge}));
    }
    e->spans.at[*span].last = edge;
}

/* Notes that an edge was added as the last one. */
static void note_added(struct engine *e, uint32_t context)
{
    uint32_t n = e->contexts.at[context].edges.n;
    for (uint32_t i = n == MANY_EDGES ? 0 : n - 1; n >= MANY_EDGES && i < n; i++) {
        note_span(e, context, i);
    }
}

/* Returns the edge of a context that is the same, NULL if there is none. */
static struct edge *find_edge(struct engine *e, uint32_t context, const struct edge *edge)
{
    struct context *owner = &e->contexts.at[context];
    uint32_t first = 0;
    uint32_t end = owner->edges.n;
    if (end >= MANY_EDGES) {
        uint32_t span = idmap_get(e->edge_spans, context, edge->node.i);
        first = e->spans.at[span].first;
        end = span == 0 ? 0 : e->spans.at[span].last + 1;
    }
    for (uint32_t i = end; i > first; i--) {
        if (same_edge(&owner->edges.at[i - 1], edge)) {
            return &owner->edges.at[i - 1];
        }
    }
    return NULL;
}

void context_add_edge(struct engine *e, uint32_t context, const struct state *s,
                      const struct edge *edge)
{
    struct context *owner = &e->contexts.at[context];
    assert(owner->state == CONTEXT_ACTIVE);
    struct edge added = *edge;
    added.api = edge->api == NULL ? &no_api : edge->api;
    struct edge *known = find_edge(e, context, &added);
    if (known != NULL) {
        merge_edge(e, context, s, known, &added);
        return;
    }
    doubt(e, context, s, &added);
    added.system = edge->kind == EDGE_CALL && edge->system;
    added.first_use = first_use(e, e->program->functions.at[owner->fn.i].unit, edge->node);
    added.harmless = is_harmless(added.api);
    added.api = keep_api(e, added.api);
    VEC_PUSH(e->stack, &owner->edges, added);
    note_added(e, context);
}

const struct api *edge_entry(const struct edge *edge, uint32_t phases)
{
    const struct edge_api *of = edge->api;
    if (of->known.n == 0) {
        return NULL;
    }
    struct api_argument arguments[LIMIT_ARGUMENTS];
    for (uint32_t i = 0; i < of->n_arguments; i++) {
        arguments[i] = value_as_argument(of->arguments[i]);
    }
    return packs_choose(of->known.first, of->known.n, phases,
                        &(struct api_call){arguments, of->n_arguments, of->made});
}
