/*
 * spins_run.c - who changes a variable, and on which thread?
 *
 * Changes are assignments by name, steps, and calls that are handed the variable's address or the
 * variable as object.  An address that goes elsewhere (`p = &flag`) may be used by anybody: such a
 * variable is no flag that only the thread sets.  The functions of other threads are those that
 * packs say are called there, and all that these name: more than they call, which makes us miss
 * loops, not invent them.
 */
#include <string.h>

#include "program/spins.h"

static const struct node *node_at(const struct program *program, uint32_t unit, node_id node)
{
    return program_node(program, unit, node);
}

/* ---- changes ---- */

/* What the search for changes works on. */
struct search {
    struct arena *arena;
    const struct program *program;
    const bool *wanted;
    struct changes *changes;
    uint32_t f, unit;
};

static void add_change(struct search *s, node_id place, struct change change)
{
    change.key = program_object(s->program, s->unit, place);
    change.f = s->f;
    if (change.key != 0 && s->wanted[change.key]) {
        VEC_PUSH(s->arena, &s->changes->list, change);
    }
}

/* Notes what a call may change: the object of its method, and what it is handed the address of. */
static void read_call(struct search *s, node_id call, bool used)
{
    const struct unit *unit = s->program->units.at[s->unit];
    const struct node *callee = &unit->nodes.at[unit->nodes.at[call.i].first.i];
    const struct api *api = program_call_api(s->program, s->unit, call);
    bool held = api != NULL && strcmp(api->returns, "held") == 0;
    if (held && api->gifts.n == 0) {
        return;
    }
    struct change change = {.node = call, .taken = used};
    if (callee->kind == NODE_FIELD && callee->first.i != 0) {
        add_change(s, callee->first, change);
    }
    const struct node *stored = &unit->nodes.at[0];
    if (held && api->gifts.at[0].what == NULL) {
        stored = &unit->nodes.at[program_argument(unit, call, api->gifts.at[0].as).i];
    }
    change.known = stored->kind == NODE_INT;
    change.value = stored->value;
    for (node_id a = program_argument(unit, call, 0); a.i != 0; a = unit->nodes.at[a.i].next) {
        const struct node *n = &unit->nodes.at[a.i];
        bool object = (n->kind == NODE_REF || n->kind == NODE_FIELD) &&
                      (unit->symbols.at[n->sym.i].flags & SYMBOL_RECORD_VALUE) != 0;
        if (n->kind == NODE_ADDRESS || object) {
            add_change(s, a, change);
        }
    }
}

/* Reads one node below another; `used`: something is done with its value. */
static void read_change(struct search *s, node_id parent, node_id node, bool used)
{
    const struct node *n = node_at(s->program, s->unit, node);
    struct change change = {.node = node};
    if (n->kind == NODE_ADDRESS && node_at(s->program, s->unit, parent)->kind != NODE_CALL) {
        change.taken = true;
        add_change(s, node, change);
    } else if (n->kind == NODE_CALL) {
        read_call(s, node, used);
    } else if (n->kind == NODE_STEP) {
        change.taken = used;
        add_change(s, n->first, change);
    } else if (n->kind == NODE_ASSIGN) {
        const struct node *value =
            node_at(s->program, s->unit, node_at(s->program, s->unit, n->first)->next);
        change.known = n->op == NODE_OP_NONE && value->kind == NODE_INT;
        change.value = value->value;
        add_change(s, n->first, change);
    }
}

/* True if the child at this position is a statement, whose value nobody looks at. */
static bool is_statement(const struct node *parent, uint32_t position)
{
    switch (parent->kind) {
    case NODE_BLOCK:
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL:
        return true;
    case NODE_IF:
    case NODE_WHILE:
    case NODE_SWITCH:
        return position > 0;
    case NODE_DO:
        return position == 0;
    case NODE_FOR:
        return position != 1;
    default:
        return false;
    }
}

void spins_find_changes(struct arena *arena, const struct program *program, const bool *wanted,
                        struct changes *changes)
{
    struct arena *scratch = arena_create();
    for (uint32_t f = 1; f < program->functions.n; f++) {
        uint32_t u = program->functions.at[f].unit;
        const struct unit *unit = program->units.at[u];
        struct search s = {arena, program, wanted, changes, f, u};
        struct node_stack stack = {0};
        VEC_PUSH(scratch, &stack.nodes, program->functions.at[f].body);
        while (stack.nodes.n > 0) {
            node_id node = program_pop(unit, &stack);
            uint32_t position = 0;
            for (node_id c = unit->nodes.at[node.i].first; c.i != 0; c = unit->nodes.at[c.i].next) {
                read_change(&s, node, c, !is_statement(&unit->nodes.at[node.i], position));
                position++;
            }
            program_push_children(scratch, unit, node, &stack);
        }
    }
    arena_destroy(scratch);
}

/* ---- threads ---- */

static void add_function(struct arena *arena, struct running *r, fn_id fn,
                         const struct maker *starts)
{
    if (fn.i == 0 || r->fn[fn.i]) {
        return;
    }
    r->fn[fn.i] = true;
    if (r->starts != NULL) {
        r->starts[fn.i] = *starts;
    }
    VEC_PUSH(arena, &r->work, fn.i);
}

/* Adds the functions that a node names, or that its call may run. */
static void add_of_node(struct arena *arena, const struct program *program, uint32_t u,
                        const struct node *n, struct running *r)
{
    static const struct maker none = {{0}, 0, {0}, ""};
    const struct maker *starts = &none;
    if (r->starts != NULL && r->work.n > 0) {
        starts = &r->starts[r->work.at[0]];
    }
    if (n->sym.i != 0) {
        add_function(arena, r, program->function_of[u][n->sym.i], starts);
    }
    if (n->kind != NODE_CALL) {
        return;
    }
    const struct node *callee = node_at(program, u, n->first);
    if ((n->flags & NODE_DYNAMIC) != 0 && callee->sym.i != 0) {
        fn_id fn = program_overrider(program, u, callee->sym, (fn_id){0});
        for (; fn.i != 0; fn = program_overrider(program, u, callee->sym, fn)) {
            add_function(arena, r, fn, starts);
        }
    }
    const struct slot *slot = &program->slots.at[program_slot(program, u, n->first).i];
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        add_function(arena, r, slot->functions.at[i], starts);
    }
}

void spins_add_named(struct arena *arena, const struct program *program, uint32_t f, node_id root,
                     struct running *running)
{
    uint32_t u = program->functions.at[f].unit;
    struct arena *scratch = arena_create();
    struct node_stack stack = {0};
    VEC_PUSH(scratch, &stack.nodes, root);
    while (stack.nodes.n > 0) {
        node_id node = program_pop(program->units.at[u], &stack);
        add_of_node(arena, program, u, node_at(program, u, node), running);
        program_push_children(scratch, program->units.at[u], node, &stack);
    }
    arena_destroy(scratch);
}

void spins_close(struct arena *arena, const struct program *program, struct running *running)
{
    struct running step = *running;
    for (uint32_t i = 0; i < running->work.n; i++) {
        uint32_t f = running->work.at[i];
        memset(&step.work, 0, sizeof step.work);
        VEC_PUSH(arena, &step.work, f); /* what it names is started where it is */
        spins_add_named(arena, program, f, program->functions.at[f].body, &step);
        for (uint32_t k = 1; k < step.work.n; k++) {
            VEC_PUSH(arena, &running->work, step.work.at[k]);
        }
    }
}

/* Adds the functions in an argument: named, a lambda, or what a variable may hold. */
static void add_argument(struct arena *arena, const struct program *program, struct maker starts,
                         node_id argument, struct running *r)
{
    const struct node *n = node_at(program, starts.unit, argument);
    sym_id sym = n->sym;
    if (n->kind != NODE_LAMBDA) {
        sym = program_holder(program->units.at[starts.unit], argument);
    }
    add_function(arena, r, program->function_of[starts.unit][sym.i], &starts);
    const struct slot *slot = &program->slots.at[program_slot(program, starts.unit, argument).i];
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        add_function(arena, r, slot->functions.at[i], &starts);
    }
}

static void read_start(struct arena *arena, const struct program *program, struct maker call,
                       struct running *r)
{
    const struct node *n = node_at(program, call.unit, call.node);
    const struct api *api = NULL;
    if (n->kind == NODE_CALL || n->kind == NODE_CONSTRUCT) {
        api = program_call_api(program, call.unit, call.node);
    }
    for (uint32_t i = 0; api != NULL && i < api->callbacks.n; i++) {
        const struct callback *callback = &api->callbacks.at[i];
        node_id argument =
            program_argument(program->units.at[call.unit], call.node, callback->param);
        call.name = api->name;
        if (callback->kind == CALLBACK_OTHER_THREAD && argument.i != 0) {
            add_argument(arena, program, call, argument, r);
        }
    }
}

void spins_find_threads(struct arena *arena, const struct program *program, struct running *running)
{
    struct arena *scratch = arena_create();
    for (uint32_t f = 1; f < program->functions.n; f++) {
        uint32_t u = program->functions.at[f].unit;
        struct node_stack stack = {0};
        VEC_PUSH(scratch, &stack.nodes, program->functions.at[f].body);
        while (stack.nodes.n > 0) {
            node_id node = program_pop(program->units.at[u], &stack);
            read_start(arena, program, (struct maker){{f}, u, node, ""}, running);
            program_push_children(scratch, program->units.at[u], node, &stack);
        }
    }
    arena_destroy(scratch);
    spins_close(arena, program, running);
}
