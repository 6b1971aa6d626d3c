/*
 * library.c - what a member of a library's class runs besides, as packs tell: functions that are
 * template arguments of its class (the closer of a handle's owner), constructor or destructor of
 * the class that is the first argument (a wrapper of an object).
 *
 * The owner may hold nothing: what it closes is only possible.  An entry that does not hold at
 * process exit cuts the way there.  What cannot be found is a cut.
 */
#include "walk/call.h"

/* What is run, in which phases. */
struct running {
    const struct api *api; /* entry of the member */
    uint32_t phases;       /* bit set */
    const char *through;
};

/* The class, made from a template, of the member that is called. */
struct instance {
    uint32_t unit;
    const struct record *record;
};

/* A member of the class that is its first argument. */
struct held_member {
    uint32_t unit;
    sym_id sym;
};

static uint32_t phases_now(const struct engine *e)
{
    enum { ANY_PHASE = (1 << PHASES) - 1, EXIT = 1 << PHASE_DETACH_EXIT };
    if (!e->asks_for_exit) {
        return ANY_PHASE;
    }
    return e->exiting ? EXIT : ANY_PHASE & ~EXIT;
}

static struct edge edge_for(const struct call *call, const struct running *running,
                            const char *name)
{
    return (struct edge){.kind = EDGE_CALL,
                         .node = call->node,
                         .phases = (uint16_t)running->phases,
                         .calls = name,
                         .through = running->through};
}

/* Adds the edge of a body; false if it must be interpreted first. */
static bool run_body(struct engine *e, struct frame *f, const struct call *call, fn_id body,
                     struct edge edge)
{
    struct context_input nothing = {0};
    edge.context = context_for(e, body, &nothing);
    context_add_edge(e, f->context, call->state, &edge);
    return call_need_context(e, f, edge.context);
}

static bool run_function(struct engine *e, struct frame *f, const struct call *call,
                         const struct running *running, const char *name)
{
    struct edge edge = edge_for(call, running, name);
    edge.doubt = arena_printf(e->arena, "'%s' may hold nothing", running->api->name);
    fn_id body = program_function_named(e->program, f->unit, name);
    if (body.i != 0) {
        return run_body(e, f, call, body, edge);
    }
    struct edge_api api = {.known = {.name = name}};
    api.known.first = packs_find(e->program->packs, name, &api.known.n);
    if (api.known.first == NULL) {
        engine_cut(
            e, f, call->node, "unknown-target",
            arena_printf(e->arena, "'%s', which %s runs, is not known", name, running->api->name));
        return true;
    }
    edge.kind = EDGE_API;
    edge.api = &api;
    context_add_edge(e, f->context, call->state, &edge);
    return true;
}

static bool run_functions(struct engine *e, struct frame *f, const struct call *call,
                          const struct running *running, const struct record *record)
{
    struct names names = program_named_functions(e->arena, record);
    for (uint32_t i = 0; i < names.list.n; i++) {
        if (!run_function(e, f, call, running, names.list.at[i])) {
            return false;
        }
    }
    return true;
}

/* Runs a member of the class that is the first template argument, if that does something. */
static bool run_held(struct engine *e, struct frame *f, const struct call *call,
                     const struct running *running, const struct held_member *held)
{
    const struct symbol *symbol = program_symbol(e->program, held->unit, held->sym);
    struct edge edge = edge_for(call, running, symbol->name);
    struct known_api known = program_api(e->program, held->unit, held->sym);
    fn_id body = program_body(e->program, held->unit, held->sym);
    if (known.n > 0) {
        struct edge_api api = {.known = known};
        edge.kind = EDGE_API;
        edge.api = &api;
        context_add_edge(e, f->context, call->state, &edge);
        struct call inner = {.node = call->node, .state = call->state};
        struct target target = {.unit = held->unit, .external = held->sym, .name = symbol->name};
        inner.api = known;
        return library_run(e, f, &inner, &target);
    }
    if (body.i != 0) {
        return run_body(e, f, call, body, edge);
    }
    engine_cut(e, f, call->node, "no-definition",
               arena_printf(e->arena, "'%s' has no definition in the module", symbol->name));
    return true;
}

static bool run_members(struct engine *e, struct frame *f, const struct call *call,
                        const struct running *running, const struct instance *instance)
{
    for (uint32_t i = 0; i < instance->record->held.n; i++) {
        struct held_member held = {instance->unit, instance->record->held.at[i]};
        bool ends = program_symbol(e->program, held.unit, held.sym)->kind == SYMBOL_DESTRUCTOR;
        uint32_t wanted = ends ? API_RUNS_DESTRUCTOR : API_RUNS_CONSTRUCTOR;
        if ((running->api->runs & wanted) != 0 && !run_held(e, f, call, running, &held)) {
            return false;
        }
    }
    return true;
}

bool library_run(struct engine *e, struct frame *f, const struct call *call,
                 const struct target *target)
{
    uint32_t left = phases_now(e);
    for (uint32_t i = 0; i < call->api.n; i++) {
        const struct api *api = &call->api.first[i];
        struct running running = {.api = api, .phases = api->phases & left};
        if (api->conditions.n == 0) {
            left &= ~api->phases;
        }
        if (api->runs == 0 || running.phases == 0 || target->external.i == 0) {
            continue;
        }
        struct instance instance = {target->unit,
                                    program_instance(e->program, target->unit, target->external)};
        if (instance.record == NULL) {
            continue;
        }
        running.through = arena_printf(e->arena, "by %s", api->name);
        bool done = (api->runs & API_RUNS_FUNCTIONS) == 0 ||
                    run_functions(e, f, call, &running, instance.record);
        if (!done || !run_members(e, f, call, &running, &instance)) {
            return false;
        }
    }
    return true;
}
