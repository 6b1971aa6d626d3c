/*
 * threads.c - where the threads come from that are waited for.
 *
 * Takes the sinks that wait for a thread; adds the place where that thread is started as a second
 * line of evidence: the calls that made what the handle's variable may hold, failing that the only
 * start of a thread in the module.  A loop around a short wait, or around a flag that a thread
 * sets, is a wait, too.  Which of several threads it is at run time is not known.
 */
#include <string.h>

#include "walk/conclude.h"

enum { MOST_STARTS = 4 };

/* The call of an API, where the walk met it. */
struct met {
    uint32_t unit;
    fn_id fn;
    node_id node;
    struct known_api api;
};

/* A call that starts a thread. */
struct start {
    struct maker call;
    uint32_t key; /* of the global or field that gets the thread; 0: none */
    sym_id local; /* the local that does; 0: none */
};

/* What the conclusions are drawn with. */
struct threads {
    struct engine *engine;
    struct reach *reach;
    struct arena *scratch;
    struct strmap *places; /* place and name of a call -> index into `met` */
    VEC(struct met) met;
    VEC(struct start) starts;
};

/* ---- loops ---- */

void threads_note_spin(struct engine *e, const struct frame *f, node_id condition,
                       const struct state *holds, const struct state *otherwise)
{
    const struct spin *spin = program_spin(e->program, f->unit, condition);
    const struct api *api = spin == NULL ? NULL : packs_construct(e->program->packs, "spin");
    if (api == NULL || (spin->stays_if_true ? holds : otherwise)->dead) {
        return;
    }
    const char *name = arena_printf(e->arena, "spin on %s", e->program->key_names.at[spin->key]);
    struct edge_api of = {.known = {api, 1, name}, .object = spin->key};
    struct edge edge = {.kind = EDGE_API, .node = spin->loop, .api = &of, .calls = name};
    context_add_edge(e, f->context, spin->stays_if_true ? holds : otherwise, &edge);
}

/* ---- calls that were met ---- */

static const char *key_of(struct threads *t, const struct place *at, const char *name)
{
    return arena_printf(t->scratch, "%s:%u:%u:%s", at->file, at->line, at->column, name);
}

static bool has_effect(const struct known_api *api, const char *effect)
{
    for (uint32_t i = 0; i < api->n; i++) {
        if (api_has_effect(&api->first[i], effect)) {
            return true;
        }
    }
    return false;
}

static bool concerns_threads(const struct known_api *api)
{
    return has_effect(api, "waits-thread") || has_effect(api, "joins-thread") ||
           has_effect(api, "spins") || has_effect(api, "polls") || has_effect(api, "polls-thread");
}

/* Remembers where calls stand that look at, or wait for, something. */
static void read_contexts(struct threads *t)
{
    const struct program *program = t->engine->program;
    for (uint32_t c = 1; c < t->engine->contexts.n; c++) {
        const struct context *context = &t->engine->contexts.at[c];
        uint32_t unit = program->functions.at[context->fn.i].unit;
        for (uint32_t i = 0; i < context->edges.n; i++) {
            const struct edge *edge = &context->edges.at[i];
            if (edge->kind != EDGE_API || !concerns_threads(&edge->api->known)) {
                continue;
            }
            where_id where = program_node(program, unit, edge->node)->where;
            struct place at = engine_place(t->engine, unit, where);
            (void)strmap_intern(t->places, key_of(t, &at, edge->calls), t->met.n);
            struct met met = {unit, context->fn, edge->node, edge->api->known};
            VEC_PUSH(t->scratch, &t->met, met);
        }
    }
}

static const struct met *find_met(struct threads *t, const struct sink *sink)
{
    uint32_t index = 0;
    const struct place *at = &sink->steps.at[sink->steps.n - 1].at;
    bool found = strmap_get(t->places, key_of(t, at, sink->name), &index);
    return found ? &t->met.at[index] : NULL;
}

/* ---- starts ---- */

static bool is_start(const struct threads *t, uint32_t unit, node_id node)
{
    enum node_kind kind = (enum node_kind)program_node(t->engine->program, unit, node)->kind;
    const struct api *api = NULL;
    if (kind == NODE_CALL || kind == NODE_CONSTRUCT) {
        api = program_call_api(t->engine->program, unit, node);
    }
    return api != NULL && api_has_effect(api, "creates-thread");
}

/* Notes a start, and the variable that gets the thread by its parent: `t = std::thread(run)`. */
static void add_start(struct threads *t, fn_id fn, node_id parent, node_id node)
{
    const struct program *program = t->engine->program;
    uint32_t unit = program->functions.at[fn.i].unit;
    const struct node *n = program_node(program, unit, node);
    const struct node *above = program_node(program, unit, parent);
    struct start start = {.call = {fn, unit, node, ""}};
    sym_id callee = n->kind == NODE_CALL ? program_node(program, unit, n->first)->sym : n->sym;
    start.call.name = program_api(program, unit, callee).name;
    if (above->kind == NODE_DECLARE) {
        start.local = above->sym;
    } else if (above->kind == NODE_CALL &&
               program_node(program, unit, above->first)->kind == NODE_FIELD) {
        node_id object = program_node(program, unit, above->first)->first;
        start.key = object.i == 0 ? 0 : program_object(program, unit, object);
    }
    VEC_PUSH(t->scratch, &t->starts, start);
}

static void find_starts(struct threads *t)
{
    const struct program *program = t->engine->program;
    VEC(node_id) stack = {0};
    for (uint32_t f = 1; f < program->functions.n; f++) {
        uint32_t unit = program->functions.at[f].unit;
        stack.n = 0;
        VEC_PUSH(t->scratch, &stack, program->functions.at[f].body);
        if (is_start(t, unit, stack.at[0])) {
            add_start(t, (fn_id){f}, (node_id){0}, stack.at[0]);
        }
        while (stack.n > 0) {
            node_id parent = stack.at[--stack.n];
            for (node_id c = program_node(program, unit, parent)->first; c.i != 0;
                 c = program_node(program, unit, c)->next) {
                if (is_start(t, unit, c)) {
                    add_start(t, (fn_id){f}, parent, c);
                }
                VEC_PUSH(t->scratch, &stack, c);
            }
        }
    }
}

/* ---- evidence ---- */

/* The sink that is this call, in the phase if there is one, else in any; NULL: not reached. */
static const struct sink *reached(struct threads *t, const struct place *at, enum phase phase)
{
    const struct sink *found = NULL;
    for (uint32_t i = 0; i < t->reach->sinks.n; i++) {
        const struct sink *sink = &t->reach->sinks.at[i];
        const struct place *place = &sink->steps.at[sink->steps.n - 1].at;
        bool same = place->line == at->line && place->column == at->column &&
                    strcmp(place->file, at->file) == 0;
        if (same && api_has_effect(sink->api, "creates-thread") &&
            (found == NULL || (found->phase != phase && sink->phase == phase))) {
            found = sink;
        }
    }
    return found;
}

static void add_step(struct threads *t, struct flow *flow, struct maker at, const char *calls)
{
    const struct program *program = t->engine->program;
    const char *function = at.fn.i == 0 ? "" : program->functions.at[at.fn.i].name;
    where_id where = program_node(program, at.unit, at.node)->where;
    struct step step = {
        .function = function, .calls = calls, .at = engine_place(t->engine, at.unit, where)};
    flow->root = function;
    VEC_PUSH(t->engine->arena, &flow->steps, step);
}

/* Adds the place where a thread is started, or its handle comes from. */
static void add_origin(struct threads *t, struct sink *sink, struct maker call)
{
    const struct program *program = t->engine->program;
    where_id where = program_node(program, call.unit, call.node)->where;
    struct place at = engine_place(t->engine, call.unit, where);
    const struct sink *start = reached(t, &at, sink->phase);
    struct flow flow = {.label = "the thread is started here"};
    if (start != NULL) {
        flow.label = "the thread is started here, under the loader lock, too";
        flow.root = t->reach->roots.at[start->root].function;
        for (uint32_t i = 0; i < start->steps.n; i++) {
            VEC_PUSH(t->engine->arena, &flow.steps, start->steps.at[i]);
        }
    } else {
        if (!is_start(t, call.unit, call.node)) {
            flow.label = "the handle comes from here; which thread it is, is not known";
        }
        add_step(t, &flow, call, call.name);
    }
    VEC_PUSH(t->engine->arena, &sink->flows, flow);
}

/* True if the packs say that the call makes a thread's handle. */
static bool makes_thread(const struct threads *t, const struct maker *call)
{
    const struct api *api = program_call_api(t->engine->program, call->unit, call->node);
    bool makes = api != NULL && strcmp(api->returns, "thread") == 0;
    for (uint32_t i = 0; api != NULL && i < api->gifts.n; i++) {
        const char *what = api->gifts.at[i].what;
        makes |= what != NULL && strcmp(what, "thread") == 0;
    }
    return makes;
}

static void add_makers(struct threads *t, struct sink *sink, const struct met *met, node_id handle)
{
    const struct program *program = t->engine->program;
    const struct slot *slot = &program->slots.at[program_slot(program, met->unit, handle).i];
    for (uint32_t i = 0; i < slot->makers.n && sink->flows.n < MOST_STARTS; i++) {
        const struct maker *call = &program->makers.at[slot->makers.at[i]];
        if (makes_thread(t, call)) {
            add_origin(t, sink, *call);
        }
    }
}

/* Adds the starts of the object whose method waits: `worker.join()`. */
static void add_object_starts(struct threads *t, struct sink *sink, const struct met *met,
                              node_id object)
{
    const struct program *program = t->engine->program;
    const struct node *n = program_node(program, met->unit, object);
    uint32_t key = program_object(program, met->unit, object);
    for (uint32_t i = 0; i < t->starts.n && sink->flows.n < MOST_STARTS; i++) {
        const struct start *start = &t->starts.at[i];
        bool local = n->kind == NODE_REF && n->sym.i != 0 && start->local.i == n->sym.i &&
                     start->call.fn.i == met->fn.i;
        if (local || (key != 0 && start->key == key)) {
            add_origin(t, sink, start->call);
        }
    }
}

/* The argument that is the handle: the one whose origin the packs ask for, else the first. */
static node_id awaited(const struct threads *t, const struct met *met)
{
    uint32_t param = 0;
    for (uint32_t i = 0; i < met->api.n; i++) {
        const struct api *api = &met->api.first[i];
        for (uint32_t c = 0; c < api->conditions.n; c++) {
            if (api->conditions.at[c].kind == CONDITION_ORIGIN) {
                param = api->conditions.at[c].param;
            }
        }
    }
    const struct unit *unit = t->engine->program->units.at[met->unit];
    bool call = unit->nodes.at[met->node.i].kind == NODE_CALL;
    return node_child(unit, met->node, call ? param + 1 : param);
}

static void show_starts(struct threads *t, struct sink *sink, const struct met *met)
{
    const struct program *program = t->engine->program;
    const struct node *n = program_node(program, met->unit, met->node);
    const struct node *callee = program_node(program, met->unit, n->first);
    node_id handle = awaited(t, met);
    if (handle.i != 0) {
        add_makers(t, sink, met, handle);
    }
    if (sink->flows.n == 0 && n->kind == NODE_DESTROY && n->first.i != 0) {
        add_object_starts(t, sink, met, n->first);
    } else if (sink->flows.n == 0 && callee->kind == NODE_FIELD && callee->first.i != 0) {
        add_object_starts(t, sink, met, callee->first);
    }
    if (sink->flows.n == 0 && t->starts.n == 1) {
        add_origin(t, sink, t->starts.at[0].call);
    }
}

static void show_setter(struct threads *t, struct sink *sink, const struct met *met)
{
    const struct program *program = t->engine->program;
    for (uint32_t i = 0; i < program->spins.n; i++) {
        const struct spin *spin = &program->spins.at[i];
        if (spin->unit != met->unit || spin->loop.i != met->node.i) {
            continue;
        }
        const char *name = program->key_names.at[spin->key];
        struct flow flow = {
            .label = arena_printf(t->engine->arena, "'%s' is set here, on another thread", name)};
        uint32_t unit = program->functions.at[spin->setter.i].unit;
        add_step(t, &flow, (struct maker){spin->setter, unit, spin->set, ""}, name);
        VEC_PUSH(t->engine->arena, &sink->flows, flow);
        add_origin(t, sink, spin->starts);
        return;
    }
}

/* Adds the sink of a wait that a loop makes of a look. */
static void conclude_loop(struct threads *t, struct sink sink, const struct met *met)
{
    bool thread =
        api_has_effect(sink.api, "polls-thread") || api_has_effect(sink.api, "waits-thread-finite");
    bool other = api_has_effect(sink.api, "polls") || api_has_effect(sink.api, "waits-finite");
    const struct api *loop =
        packs_construct(t->engine->program->packs,
                        thread ? "loop until a thread ends" : "loop until something is signalled");
    if (loop == NULL || !(thread || other) ||
        !program_polls(t->engine->program, met->unit, met->node)) {
        return;
    }
    sink.api = loop;
    memset(&sink.flows, 0, sizeof sink.flows);
    if (thread) {
        show_starts(t, &sink, met);
    }
    VEC_PUSH(t->engine->arena, &t->reach->sinks, sink);
}

void conclude_threads(struct engine *engine, struct reach *reach)
{
    struct threads t = {.engine = engine, .reach = reach, .scratch = arena_create()};
    t.places = strmap_create(t.scratch);
    read_contexts(&t);
    if (t.met.n > 0) {
        find_starts(&t);
    }
    uint32_t n = reach->sinks.n;
    for (uint32_t i = 0; i < n; i++) {
        struct sink *sink = &reach->sinks.at[i];
        const struct met *met = sink->effect == NULL ? find_met(&t, sink) : NULL;
        if (met == NULL) {
            continue;
        }
        if (api_has_effect(sink->api, "spins")) {
            show_setter(&t, sink, met);
        } else if (api_has_effect(sink->api, "waits-thread") ||
                   api_has_effect(sink->api, "joins-thread") ||
                   api_has_effect(sink->api, "waits-thread-finite")) {
            show_starts(&t, sink, met);
        }
        conclude_loop(&t, *sink, met);
    }
    arena_destroy(t.scratch);
}
