/*
 * objects_stores.c - functions that store one parameter in what another one points to.
 *
 * `init(&a, &ops_of_a)` and a constructor do not mix what different callers hand over: such a store
 * is repeated at every direct call, with that call's arguments in place of the parameters.  Where
 * code that is not seen may call the function, it is done with the parameters themselves, too.
 */
#include "program/objects.h"

/* The parameter at the bottom of `p->a.b`, 0: none. */
static sym_id bottom(const struct unit *unit, node_id place)
{
    const struct node *n = &unit->nodes.at[place.i];
    while (n->kind == NODE_FIELD && n->first.i != 0) {
        n = &unit->nodes.at[n->first.i];
    }
    bool param = n->kind == NODE_REF && unit->symbols.at[n->sym.i].kind == SYMBOL_PARAM;
    return param ? n->sym : (sym_id){0};
}

/* True for `p->f = q` where both are parameters that hold addresses. */
static bool is_store(const struct unit *unit, const struct node *n)
{
    const struct node *target = &unit->nodes.at[n->first.i];
    const struct node *value = &unit->nodes.at[target->next.i];
    if (n->kind != NODE_ASSIGN || n->op != NODE_OP_NONE || target->kind != NODE_FIELD ||
        value->kind != NODE_REF || !symbol_holds_address(&unit->symbols.at[target->sym.i])) {
        return false;
    }
    const struct symbol *symbol = &unit->symbols.at[value->sym.i];
    sym_id base = bottom(unit, n->first);
    return symbol->kind == SYMBOL_PARAM && symbol_holds_address(symbol) && base.i != 0 &&
           base.i != value->sym.i;
}

static void add_store(struct objects *o, uint32_t f, node_id node)
{
    const struct program_function *function = &o->program->functions.at[f];
    const struct unit *unit = o->program->units.at[function->unit];
    node_id target = unit->nodes.at[node.i].first;
    struct param_store store = {.unit = function->unit,
                                .assignment = node,
                                .base = bottom(unit, target),
                                .value = unit->nodes.at[unit->nodes.at[target.i].next.i].sym,
                                .next = o->first_store[f]};
    o->first_store[f] = o->stores.n;
    *idmap_at(o->store_numbers, function->unit + 1, node.i) = o->stores.n;
    VEC_PUSH(o->arena, &o->stores, store);
}

/* True if the function changes one of its parameters. */
static void drop_changed(struct objects *o, uint32_t f, sym_id changed)
{
    uint32_t *link = &o->first_store[f];
    while (*link != 0) {
        struct param_store *store = &o->stores.at[*link];
        if (store->base.i == changed.i || store->value.i == changed.i) {
            *idmap_at(o->store_numbers, store->unit + 1, store->assignment.i) = 0;
            *link = store->next;
        } else {
            link = &store->next;
        }
    }
}

void find_param_stores(struct objects *o)
{
    VEC_PUSH(o->arena, &o->stores, ((struct param_store){0}));
    for (uint32_t f = 1; f < o->program->functions.n; f++) {
        const struct program_function *function = &o->program->functions.at[f];
        const struct unit *unit = o->program->units.at[function->unit];
        struct arena *scratch = arena_create();
        struct node_stack stack = {0};
        VEC(sym_id) changed = {0};
        if (function->function != NULL && function->function->n_params > 1) {
            VEC_PUSH(scratch, &stack.nodes, function->body);
        }
        while (stack.nodes.n > 0) {
            node_id node = stack.nodes.at[--stack.nodes.n];
            const struct node *n = &unit->nodes.at[node.i];
            if (is_store(unit, n)) {
                add_store(o, f, node);
            }
            bool changes =
                n->kind == NODE_ASSIGN || n->kind == NODE_STEP || n->kind == NODE_ADDRESS;
            if (changes && unit->nodes.at[n->first.i].kind == NODE_REF) {
                VEC_PUSH(scratch, &changed, unit->nodes.at[n->first.i].sym);
            }
            program_push_children(scratch, unit, node, &stack);
        }
        for (uint32_t i = 0; i < changed.n; i++) {
            drop_changed(o, f, changed.at[i]);
        }
        arena_destroy(scratch);
    }
}

bool is_param_store(const struct objects *o, uint32_t unit, node_id assignment)
{
    return idmap_get(o->store_numbers, unit + 1, assignment.i) != 0;
}

/* What stands for a parameter at a call. */
static set_id argument_set(struct objects *o, const struct argument_list *call, sym_id param)
{
    const struct program_function *body = &o->program->functions.at[call->fn.i];
    const struct unit *unit = o->program->units.at[body->unit];
    node_id argument = call->first;
    for (uint32_t i = 0; i < body->function->n_params; i++) {
        sym_id at = unit->params.at[body->function->first_param + i];
        if (call->is_method && i == 0) {
            if (at.i == param.i) {
                return call->object;
            }
            continue;
        }
        if (at.i == param.i && argument.i != 0) {
            return symbol_is_reference(&unit->symbols.at[param.i])
                       ? place_set(o, call->unit, argument)
                       : value_set(o, call->unit, argument);
        }
        argument =
            argument.i == 0 ? argument : program_node(o->program, call->unit, argument)->next;
    }
    return (set_id){SET_UNKNOWN};
}

void repeat_stores(struct objects *o, const struct argument_list *call)
{
    for (uint32_t s = o->first_store[call->fn.i]; s != 0; s = o->stores.at[s].next) {
        struct param_store store = o->stores.at[s];
        struct stand_in stand_ins[2] = {
            {store.unit, store.base, argument_set(o, call, store.base)},
            {store.unit, store.value, argument_set(o, call, store.value)},
        };
        const struct stand_in *before = o->stand_ins;
        o->stand_ins = stand_ins;
        read_assignment(o, store.unit, store.assignment);
        o->stand_ins = before;
    }
}

void do_open_stores(struct objects *o, uint32_t f)
{
    for (uint32_t s = o->first_store[f]; s != 0; s = o->stores.at[s].next) {
        read_assignment(o, o->stores.at[s].unit, o->stores.at[s].assignment);
    }
}
