/*
 * paths.c - the shortest path to every sink, per root and phase.
 *
 * Breadth first over the contexts' edges, which are in source order, so that ties go to the first
 * in the source.  Certain edges are searched first; what only an uncertain edge reaches is added
 * afterwards as possible, with the reason, and what only a guess reaches last of all.  Of
 * exceptions those come first that are thrown whatever the conditions on the way are.
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
    uint32_t crash;  /* the arrival from which on all ends in a crash (crashes.c); 0: it does not */
};

/* A call that was left at LIMIT_WRAPPERS. */
struct left_call {
    uint32_t arrival;
    uint32_t edge; /* in that arrival's context */
};

/* What edges a search follows: each follows those of the ones before it, too. */
enum trust {
    TRUST_CERTAIN,   /* certain ones */
    TRUST_SOMETIMES, /* of exceptions: those that another way through the function goes round */
    TRUST_DOUBTFUL,
    TRUST_RARE,    /* those that are taken only if something has failed that hardly ever does, and
                      what is done before a crash */
    TRUST_GUESSED, /* those behind a condition that could not be read */
};

/* One search in progress. */
struct search {
    struct engine *engine;
    const struct search_start *start;
    struct reach *reach;
    struct handlers *handlers;
    struct arena *scratch;
    VEC(struct arrival) arrivals; /* [0] is a dummy; the queue of the search */
    uint32_t turn;                /* contexts that this search has seen have it in engine.seen;
                                     turn - 1: those seen only on the way to a crash */
    struct strmap *found;         /* places that have their sink */
    enum phase phase;             /* one of those of the search, in which an edge is looked at */
    enum trust trust;             /* which edges are followed ... */
    enum trust wanted;            /* ... and what it takes to follow one that was passed over */
    VEC(struct left_call) left;
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

/* True if the edge sets up at detach what other code sets up long before, where it is used first.
 */
static bool is_late(const struct search *s, uint32_t context, const struct edge *edge)
{
    return edge->first_use && s->start->phase >= PHASE_THREAD_DETACH && !edge->rare &&
           !edge->guess && first_use_before(s->engine, s->engine->contexts.at[context].fn);
}

/* True if the doubt is about which function the pointer holds. */
static bool is_choice(const struct edge *edge)
{
    bool other = edge->partial || edge->guess || edge->rare;
    return edge->doubt != NULL && edge->through != NULL && !other;
}

/* The number of the variable that a call of a context goes through; 0: it goes through none. */
static uint32_t variable_called(const struct engine *e, uint32_t context, const struct edge *edge)
{
    const struct program_function *caller = &e->program->functions.at[e->contexts.at[context].fn.i];
    const struct unit *unit = e->program->units.at[caller->unit];
    node_id callee = unit->nodes.at[edge->node.i].first;
    bool named =
        unit->nodes.at[edge->node.i].kind == NODE_CALL && unit->nodes.at[callee.i].kind == NODE_REF;
    return named ? program_object(e->program, caller->unit, callee) : 0;
}

/* Why what an arrival does is not certain, as a crash follows; NULL: none does, or it is this edge.
 */
static const char *crash_doubt(const struct search *s, uint32_t arrival, const struct edge *edge)
{
    const struct arrival *crash = &s->arrivals.at[s->arrivals.at[arrival].crash];
    if (s->arrivals.at[arrival].crash == 0 || crashes_by(edge)) {
        return NULL;
    }
    return arena_printf(s->engine->arena, "only before '%s' ends the process on purpose",
                        function_of(s, crash->context)->name);
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
    uint32_t doubted = 1; /* where that stands, and whose it is */
    uint32_t doubter = s->arrivals.at[arrival].context;
    uint32_t guessed = last->guess ? 1 : 0; /* the guess that is nearest to the root */
    bool sometimes = last->sometimes;
    bool late = is_late(s, doubter, last);
    sink->rare = last->rare;
    sink->choices = is_choice(last) ? 1 : 0;
    for (uint32_t a = arrival; s->arrivals.at[a].from != 0; a = s->arrivals.at[a].from) {
        const struct arrival *to = &s->arrivals.at[a];
        const struct edge *edge = edge_of(s, to);
        VEC_PUSH(s->scratch, &reversed, step_of(s, s->arrivals.at[to->from].context, edge));
        bool better = doubtful->doubt == NULL || doubtful->partial || edge->guess || edge->rare;
        if (edge->doubt != NULL && better) {
            doubtful = edge;
            doubted = reversed.n;
            doubter = s->arrivals.at[to->from].context;
        }
        guessed = edge->guess ? reversed.n : guessed;
        sometimes = sometimes || edge->sometimes;
        late = late || is_late(s, s->arrivals.at[to->from].context, edge);
        sink->rare = sink->rare || edge->rare;
        sink->choices += is_choice(edge) ? 1 : 0;
    }
    const char *crash = crash_doubt(s, arrival, last);
    sink->reason = doubtful->doubt;
    if (crash != NULL && guessed == 0) {
        sink->reason = crash;
    } else if (sink->choices > 1 && is_choice(doubtful)) {
        sink->reason = arena_printf(arena, "%s; %u calls on the way go through such a pointer",
                                    doubtful->doubt, sink->choices);
    }
    late = late && crash == NULL && guessed == 0 && !sink->rare && first_use_begins(sink->api);
    sink->reason = late ? "only if it is used for the first time then" : sink->reason;
    sink->rare = sink->rare || crash != NULL || late;
    uint32_t after = reversed.n + 1 + (s->start->before != NULL ? 1 : 0);
    sink->guess = guessed != 0 ? after - guessed : 0;
    if (is_choice(doubtful) && s->start->doubt == NULL && crash == NULL && !late) {
        sink->choice = after - doubted;
        sink->variable = variable_called(s->engine, doubter, doubtful);
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
    if (s->start->throws) {
        throws_conclude(sink, sometimes);
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

/* True if a rule reports some effect of the entry in the phase. */
static bool is_reported(const struct search *s, const struct api *api)
{
    enum level level = LEVEL_NONE;
    for (uint32_t i = 0; api != NULL && i < api->effects.n; i++) {
        if (packs_rule_for(s->engine->program->packs, api->effects.at[i], s->phase, &level) !=
            NULL) {
            return true;
        }
    }
    return false;
}

/* Adds what the edge leads to as a sink, unless its place has one; `effect` as in struct sink. */
static void add_sink(struct search *s, uint32_t arrival, const struct edge *edge,
                     const struct api *api, const char *effect)
{
    struct place at = project_place(s, arrival, edge);
    long entry = (long)(api - s->engine->program->packs->apis.at);
    const char *key = arena_printf(s->scratch, "%s:%u:%u:%s:%ld:%d:%s", at.file, at.line, at.column,
                                   edge->calls, entry, (int)s->phase, effect == NULL ? "" : effect);
    if (strmap_get(s->found, key, NULL)) {
        return;
    }
    strmap_put(s->found, key, 1);
    struct sink sink = {.api = api,
                        .name = edge->calls,
                        .phase = s->phase,
                        .root = s->start->root,
                        .effect = effect,
                        .object = edge->api->object};
    if (edge->api->object != 0) {
        sink.object_name = s->engine->program->key_names.at[edge->api->object];
    }
    if (edge->api->delayed != NULL && effect != NULL) {
        sink.detail = arena_printf(s->engine->arena, " of %s", edge->api->delayed);
    }
    fill_steps(s, arrival, edge, &sink);
    VEC_PUSH(s->engine->arena, &s->reach->sinks, sink);
}

/* True if the search is about this phase, too. */
static bool is_searched(const struct search *s, enum phase phase)
{
    return ((s->start->also | 1U << s->start->phase) >> phase & 1U) != 0;
}

/* True if the edge is there in the phase. */
static bool is_in_phase(const struct edge *edge, uint32_t phases)
{
    return edge->kind == EDGE_REGISTER || edge->phases == 0 || (edge->phases & phases) != 0;
}

/* What the API does in one phase, and what the call is besides where no rule reports the API. */
static void visit_api_in_phase(struct search *s, uint32_t arrival, const struct edge *edge)
{
    const struct api *api = edge_entry(edge, 1U << s->phase);
    if (api != NULL && api->effects.n > 0) {
        add_sink(s, arrival, edge, api, NULL);
    }
    if (edge->api->construct != NULL && !is_reported(s, api)) {
        add_sink(s, arrival, edge, edge->api->construct, NULL);
    }
    const struct api *import = edge->api->delayed == NULL
                                   ? NULL
                                   : packs_construct(s->engine->program->packs, "delayed import");
    if (import != NULL && import->effects.n > 0) { /* a fault of its own, whatever the API does */
        add_sink(s, arrival, edge, import, import->effects.at[0]);
    }
}

static void visit_api(struct search *s, uint32_t arrival, const struct edge *edge)
{
    for (s->phase = 0; s->phase < PHASES; s->phase++) {
        if (is_searched(s, s->phase) && is_in_phase(edge, 1U << s->phase)) {
            visit_api_in_phase(s, arrival, edge);
        }
    }
    s->phase = s->start->phase;
}

/* The name of the function or field that an edge's call names; "" if it calls a variable. */
static const char *named_callee(const struct search *s, uint32_t context, const struct edge *edge)
{
    const struct unit *facts = s->engine->program->units.at[function_of(s, context)->unit];
    const struct node *n = &facts->nodes.at[edge->node.i];
    if (n->kind == NODE_CALL) {
        n = &facts->nodes.at[n->first.i];
    }
    const struct symbol *symbol = &facts->symbols.at[n->sym.i];
    bool named = symbol->kind <= SYMBOL_DESTRUCTOR || symbol->kind == SYMBOL_FIELD;
    return n->sym.i != 0 && named ? symbol->name : "";
}

/* True if the edge leads to what is looked for. */
static bool is_target(const struct search *s, uint32_t context, const struct edge *edge)
{
    const struct search_target *target = s->start->target;
    if (edge->kind == EDGE_CALL) {
        return target->functions[s->engine->contexts.at[edge->context].fn.i];
    }
    return edge->kind == EDGE_API && target->outside != NULL &&
           (strcmp(edge->calls, target->outside) == 0 ||
            strcmp(named_callee(s, context, edge), target->outside) == 0);
}

static void visit_target(struct search *s, uint32_t arrival, const struct edge *edge)
{
    if (!is_target(s, s->arrivals.at[arrival].context, edge)) {
        return;
    }
    if (edge->kind == EDGE_API) {
        add_sink(s, arrival, edge, NULL, NULL);
    } else if (!strmap_get(s->found, "", NULL)) {
        strmap_put(s->found, "", 1); /* one way to a function is enough */
        add_sink(s, arrival, edge, NULL, NULL);
    }
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
            known->doubt = s->trust > TRUST_CERTAIN ? known->doubt : NULL;
            return;
        }
    }
    const struct program_function *function = function_of(s, edge->context);
    struct handler handler = {.context = edge->context,
                              .phases = edge->phases,
                              .doubt = s->trust != TRUST_CERTAIN ? doubt_of(s, edge) : NULL,
                              .name = function->name,
                              .at = engine_place(s->engine, function->unit, function->where)};
    VEC_PUSH(s->engine->arena, &s->handlers->list, handler);
}

/* Follows a call into another context, once.  Wrappers in system headers (IUnknown_Release as an
 * inline function) are reached anew from every call, as each call is a finding of its own. */
static void visit_call(struct search *s, uint32_t from, uint32_t edge_index)
{
    const struct arrival *here = &s->arrivals.at[from];
    const struct edge *edge = &s->engine->contexts.at[here->context].edges.at[edge_index];
    bool system = edge->system;
    bool wrapper = system && here->inside < LIMIT_WRAPPERS;
    uint32_t *seen = &s->engine->seen[edge->context];
    bool known = *seen == s->turn;
    bool asks = !known || wrapper; /* many edges lead to the same contexts: those are left alone */
    bool crashes =
        here->crash != 0 || (asks && crashes_if_taken(s->engine, here->context, edge));
    known = known || (crashes && *seen == s->turn - 1);
    if (known && !wrapper) {
        if (system) {
            VEC_PUSH(s->scratch, &s->left, ((struct left_call){from, edge_index}));
        }
        return;
    }
    *seen = crashes && *seen != s->turn ? s->turn - 1 : s->turn;
    struct arrival next = {.context = edge->context,
                           .crash = here->crash == 0 && crashes ? s->arrivals.n : here->crash,
                           .from = from,
                           .edge = edge_index,
                           .inside = wrapper ? here->inside + 1 : 0};
    VEC_PUSH(s->scratch, &s->arrivals, next);
}

static enum trust needed_trust(const struct search *s, uint32_t context, const struct edge *edge)
{
    if (edge->guess || edge->rare || is_late(s, context, edge)) {
        return edge->guess ? TRUST_GUESSED : TRUST_RARE;
    }
    if (edge->doubt != NULL) {
        return TRUST_DOUBTFUL;
    }
    return s->start->throws && edge->sometimes ? TRUST_SOMETIMES : TRUST_CERTAIN;
}

/* True if paths end at this edge by somebody's word. */
static bool is_stopped(const struct search *s, uint32_t context, const struct edge *edge)
{
    const struct walk_stops *stops = s->engine->stops;
    if (stops == NULL) {
        return false;
    }
    struct place at = place_of(s, context, edge);
    return stops->at(stops->data, &at);
}

/* True if the search is about this edge. */
static bool is_followed(const struct search *s, uint32_t context, const struct edge *edge)
{
    if (needed_trust(s, context, edge) > s->trust ||
        !is_in_phase(edge, s->start->also | 1U << s->start->phase)) {
        return false;
    }
    if (is_stopped(s, context, edge)) {
        return false;
    }
    if (!s->start->throws) {
        return edge->kind != EDGE_THROW;
    }
    bool passes = edge->kind == EDGE_CALL || edge->kind == EDGE_THROW;
    return passes && throws_escapes(s->engine, function_of(s, context)->unit, edge);
}

static void visit_context(struct search *s, uint32_t arrival)
{
    uint32_t context = s->arrivals.at[arrival].context;
    const struct context *c = &s->engine->contexts.at[context];
    for (uint32_t i = 0; i < c->edges.n; i++) {
        const struct edge *edge = &c->edges.at[i];
        if (needed_trust(s, context, edge) > s->wanted) {
            s->wanted = needed_trust(s, context, edge);
        }
        if (!is_followed(s, context, edge)) {
            continue;
        }
        if (s->start->target != NULL) {
            visit_target(s, arrival, edge);
        } else if (edge->kind == EDGE_API || edge->kind == EDGE_THROW) {
            bool last_words = s->arrivals.at[arrival].crash != 0 && !crashes_by(edge);
            if (!edge->harmless && last_words && s->trust < TRUST_RARE) {
                s->wanted = s->wanted < TRUST_RARE ? TRUST_RARE : s->wanted;
            } else if (!edge->harmless) {
                visit_api(s, arrival, edge);
            }
        } else if (edge->kind == EDGE_REGISTER) {
            visit_handler(s, edge);
        }
        if (edge->kind == EDGE_CALL) {
            visit_call(s, arrival, i);
        }
    }
}

/* Has the memory fetched that the next visits need, in the order in which one leads to the other.
 */
static void fetch_ahead(const struct search *s, uint32_t arrival)
{
    enum { CONTEXT = 24, EDGES = 16, SEEN = 8 };
    const struct context *contexts = s->engine->contexts.at;
    if (arrival + CONTEXT < s->arrivals.n) {
        ATTR_SOON(&contexts[s->arrivals.at[arrival + CONTEXT].context].edges);
    }
    if (arrival + EDGES < s->arrivals.n) {
        const struct context *c = &contexts[s->arrivals.at[arrival + EDGES].context];
        for (uint32_t i = 0; i < c->edges.n; i++) {
            ATTR_SOON(&c->edges.at[i]);
        }
    }
    if (arrival + SEEN < s->arrivals.n) {
        const struct context *c = &contexts[s->arrivals.at[arrival + SEEN].context];
        for (uint32_t i = 0; i < c->edges.n; i++) {
            ATTR_SOON(&s->engine->seen[c->edges.at[i].context]);
        }
    }
}

/* Begins a search: no context is seen. */
static void take_turn(struct search *s)
{
    struct engine *e = s->engine;
    if (e->n_seen < e->contexts.n) {
        e->n_seen = e->contexts.cap; /* it grows as seldom as the contexts do */
        e->seen = ARENA_NEW_N(e->arena, uint32_t, e->n_seen);
        e->turn = 0;
    }
    e->turn += 2;
    s->turn = e->turn;
}

/* What is known of contexts while calls are looked at that were left. */
struct leads {
    bool *nowhere; /* by context: it leads to no API that has effects in this phase */
    bool *somewhere;
};

static bool has_effects(const struct search *s, const struct edge *edge)
{
    const struct api *api = edge->kind == EDGE_API ? edge_entry(edge, 1U << s->phase) : NULL;
    bool delayed = edge->kind == EDGE_API && edge->api->delayed != NULL;
    return delayed || (api != NULL && api->effects.n > 0);
}

/* True if a context leads to an API that has effects in this phase. */
static bool leads_to_sink(struct search *s, uint32_t start, struct leads *leads)
{
    VEC(uint32_t) work = {0};
    VEC_PUSH(s->scratch, &work, start);
    bool found = leads->somewhere[start];
    leads->nowhere[start] = true;
    for (uint32_t next = 0; next < work.n && !found; next++) {
        const struct context *context = &s->engine->contexts.at[work.at[next]];
        for (uint32_t i = 0; i < context->edges.n && !found; i++) {
            const struct edge *edge = &context->edges.at[i];
            found = has_effects(s, edge);
            if (edge->kind == EDGE_CALL && !leads->nowhere[edge->context]) {
                leads->nowhere[edge->context] = true;
                VEC_PUSH(s->scratch, &work, edge->context);
            }
        }
    }
    for (uint32_t i = 0; i < work.n && found; i++) {
        leads->nowhere[work.at[i]] = false; /* not for certain */
    }
    leads->somewhere[start] = found;
    return found;
}

/* Makes cuts of the calls that were left, where the sinks behind them have been found from another
 * call only. */
static void cut_left_calls(struct search *s)
{
    uint32_t n = s->engine->contexts.n;
    struct leads leads = {0};
    for (uint32_t i = 0; i < s->left.n && s->start->target == NULL && !s->start->throws; i++) {
        if (leads.nowhere == NULL) {
            leads =
                (struct leads){ARENA_NEW_N(s->scratch, bool, n), ARENA_NEW_N(s->scratch, bool, n)};
        }
        uint32_t arrival = s->left.at[i].arrival;
        const struct context *from = &s->engine->contexts.at[s->arrivals.at[arrival].context];
        const struct edge *edge = &from->edges.at[s->left.at[i].edge];
        if (!leads.nowhere[edge->context] && leads_to_sink(s, edge->context, &leads)) {
            engine_limit(s->engine, project_place(s, arrival, edge), LIMIT_KIND_WRAPPERS,
                         arena_printf(s->engine->arena,
                                      "'%s' lies deep in system headers; what it reaches is told "
                                      "of another call of it only",
                                      edge->calls));
        }
    }
}

static void search(struct search *s)
{
    take_turn(s);
    s->arrivals.n = 0;
    VEC_PUSH(s->scratch, &s->arrivals, ((struct arrival){0}));
    VEC_PUSH(s->scratch, &s->arrivals, ((struct arrival){.context = s->start->context}));
    s->engine->seen[s->start->context] = s->turn;
    s->left.n = 0;
    for (uint32_t i = 1; i < s->arrivals.n; i++) {
        fetch_ahead(s, i);
        visit_context(s, i);
    }
    for (s->phase = 0; s->phase < PHASES && s->left.n > 0; s->phase++) {
        if (is_searched(s, s->phase)) {
            cut_left_calls(s);
        }
    }
    s->phase = s->start->phase;
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
    s.phase = start->phase;
    search(&s);
    while (s.wanted > s.trust) {
        s.trust++;
        search(&s);
    }
    arena_destroy(s.scratch);
}
