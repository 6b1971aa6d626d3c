/*
 * joinable.c - threads that are still joinable when their object is destroyed.
 *
 * Takes the sinks whose APIs end the process if the object that they destroy stands for a thread;
 * gives a conclusion where the module gives that global or field a thread, and does nothing else
 * with it than to look at it.  Any other use of it - join(), detach(), a move, a reference - may
 * end the thread's tie to its object: then this keeps quiet.  So it does about the parts of
 * containers.
 *
 * Fields are not told apart by their objects.
 */
#include <string.h>

#include "walk/conclude.h"

/* What the module does with one global or field. */
struct used {
    uint32_t key;
    bool otherwise;      /* it does more than to give it a thread */
    struct maker starts; /* the first call that starts its thread; node 0: none */
};

/* One reading of the module. */
struct uses {
    struct engine *engine;
    struct arena *scratch;
    VEC(struct used) list;
    fn_id fn;
    uint32_t unit;
};

/* A node with those that it stands in. */
struct nested {
    node_id node, parent, above;
};

static const struct node *node_at(const struct uses *u, node_id node)
{
    return program_node(u->engine->program, u->unit, node);
}

static struct used *find_used(struct uses *u, uint32_t key)
{
    for (uint32_t i = 0; key != 0 && i < u->list.n; i++) {
        if (u->list.at[i].key == key) {
            return &u->list.at[i];
        }
    }
    return NULL;
}

/* Notes the value of an object if it is a new thread, or none. */
static bool is_given(struct uses *u, struct used *used, node_id value)
{
    const struct program *program = u->engine->program;
    const struct node *n = node_at(u, value);
    if (value.i == 0 || n->kind != NODE_CONSTRUCT) {
        return false;
    }
    const struct api *api = program_call_api(program, u->unit, value);
    if (api == NULL || !api_has_effect(api, "creates-thread")) {
        return n->first.i == 0;
    }
    if (used->starts.node.i == 0) {
        const char *name = program_api(program, u->unit, n->sym).name;
        used->starts = (struct maker){u->fn, u->unit, value, name};
    }
    return true;
}

/* True for a method that only looks at its object. */
static bool only_looks(const struct uses *u, const struct node *callee)
{
    const struct program *program = u->engine->program;
    const char *type = program_symbol(program, u->unit, callee->sym)->type;
    const char *behind = type == NULL ? NULL : strrchr(type, ')');
    struct known_api known = program_api(program, u->unit, callee->sym);
    return (behind != NULL && strstr(behind, "const") != NULL) ||
           (known.n > 0 && strcmp(known.first->returns, "thread") == 0);
}

/* True if the use of an object is one that leaves it what it is, or gives it a thread. */
static bool is_plain(struct uses *u, struct used *used, const struct nested *at)
{
    const struct node *parent = node_at(u, at->parent);
    const struct node *above = node_at(u, at->above);
    bool first = at->parent.i != 0 && parent->first.i == at->node.i;
    switch (parent->kind) {
    case NODE_DESTROY:
        return true;
    case NODE_ASSIGN:
        return first && is_given(u, used, node_at(u, at->node)->next);
    case NODE_FIELD:
        return above->kind == NODE_CALL && above->first.i == at->parent.i &&
               (only_looks(u, parent) ||
                (parent->next.i != 0 && node_at(u, parent->next)->next.i == 0 &&
                 is_given(u, used, parent->next) && node_at(u, parent->next)->first.i != 0));
    default:
        return false;
    }
}

static void read_node(struct uses *u, const struct nested *at)
{
    const struct program *program = u->engine->program;
    const struct node *n = node_at(u, at->node);
    if (n->kind != NODE_REF && n->kind != NODE_FIELD) {
        return;
    }
    struct used *used = find_used(u, program->key_of[u->unit][n->sym.i]);
    if (used == NULL) {
        return;
    }
    bool exported = (program_symbol(program, u->unit, n->sym)->flags & SYMBOL_DLLEXPORT) != 0;
    used->otherwise |= exported || !is_plain(u, used, at);
}

static void read_tree(struct uses *u, node_id root)
{
    VEC(struct nested) stack = {0};
    if (root.i != 0) {
        VEC_PUSH(u->scratch, &stack, ((struct nested){.node = root}));
    }
    while (stack.n > 0) {
        struct nested at = stack.at[--stack.n];
        read_node(u, &at);
        for (node_id c = node_at(u, at.node)->first; c.i != 0; c = node_at(u, c)->next) {
            VEC_PUSH(u->scratch, &stack, ((struct nested){c, at.node, at.parent}));
        }
    }
}

/* Reads the initialisers of variables, and what a variable that is asked for begins with. */
static void read_globals(struct uses *u, const struct unit *facts)
{
    for (uint32_t i = 0; i < facts->globals.n; i++) {
        const struct global *global = &facts->globals.at[i];
        struct used *used = find_used(u, u->engine->program->key_of[u->unit][global->sym.i]);
        if (used != NULL && global->init.i != 0) {
            used->otherwise |= !is_given(u, used, global->init);
        }
        read_tree(u, global->init);
    }
}

static void read_module(struct uses *u)
{
    const struct program *program = u->engine->program;
    for (uint32_t f = 1; f < program->functions.n; f++) {
        u->fn = (fn_id){f};
        u->unit = program->functions.at[f].unit;
        read_tree(u, program->functions.at[f].body);
    }
    u->fn = (fn_id){0};
    for (uint32_t i = 0; i < program->units.n; i++) {
        u->unit = i;
        read_globals(u, program->units.at[i]);
    }
}

/* True if the sink may destroy a thread's object when the DLL is unloaded or the process exits. */
static bool concerns(const struct sink *sink)
{
    bool detach = sink->phase == PHASE_DETACH_UNLOAD || sink->phase == PHASE_DETACH_EXIT;
    return detach && sink->effect == NULL && sink->object != 0 &&
           api_has_effect(sink->api, "ends-joinable");
}

/* Why it is not sure that all uses of an object were seen; NULL: it is. */
static const char *unseen(const struct program *program)
{
    for (uint32_t i = 0; i < program->units.n; i++) {
        if (program->units.at[i]->status != UNIT_COMPLETE) {
            return "a unit that was not read in full may join it";
        }
    }
    return NULL;
}

static struct flow flow_of(struct engine *e, const struct used *used)
{
    const struct maker *start = &used->starts;
    const char *function = start->fn.i == 0 ? e->program->key_names.at[used->key]
                                            : e->program->functions.at[start->fn.i].name;
    where_id where = program_node(e->program, start->unit, start->node)->where;
    struct flow flow = {.label = "the thread is started here; nothing joins or detaches it",
                        .root = function};
    struct step step = {
        .function = function, .calls = start->name, .at = engine_place(e, start->unit, where)};
    VEC_PUSH(e->arena, &flow.steps, step);
    return flow;
}

static void conclude(struct engine *e, struct reach *reach, uint32_t index, const struct used *used)
{
    struct sink ends = reach->sinks.at[index];
    ends.effect = "fails-fast";
    ends.detail = "the thread is joinable";
    memset(&ends.flows, 0, sizeof ends.flows);
    const char *doubt = unseen(e->program);
    if (ends.certainty == CERTAINTY_CERTAIN && doubt != NULL) {
        ends.certainty = CERTAINTY_POSSIBLE;
        ends.reason = doubt;
    }
    VEC_PUSH(e->arena, &ends.flows, flow_of(e, used));
    VEC_PUSH(e->arena, &reach->sinks, ends);
}

void conclude_joinable(struct engine *e, struct reach *reach)
{
    struct uses u = {.engine = e, .scratch = arena_create()};
    uint32_t n = reach->sinks.n;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t key = reach->sinks.at[i].object;
        if (concerns(&reach->sinks.at[i]) && find_used(&u, key) == NULL) {
            VEC_PUSH(u.scratch, &u.list, ((struct used){.key = key}));
        }
    }
    if (u.list.n > 0) {
        read_module(&u);
    }
    for (uint32_t i = 0; i < n && u.list.n > 0; i++) {
        const struct used *used = find_used(&u, reach->sinks.at[i].object);
        if (concerns(&reach->sinks.at[i]) && !used->otherwise && used->starts.node.i != 0) {
            conclude(e, reach, i, used);
        }
    }
    arena_destroy(u.scratch);
}
