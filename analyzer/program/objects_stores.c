/*
 * objects_stores.c - functions that store one parameter in what another one points to.
 *
 * `init(&a, &ops_of_a)`, `*out = this`, an exchange and a constructor do not mix what different
 * callers hand over: such a store is repeated at every call, with that call's arguments in place of
 * the parameters.  Where code that is not seen may call the function, it is done with what that
 * hands over, too.
 */
#include "program/objects.h"

sym_id param_below(const struct unit *unit, node_id place)
{
    const struct node *n = &unit->nodes.at[place.i];
    if (n->kind == NODE_DEREF) {
        n = &unit->nodes.at[n->first.i];
    }
    while (n->kind == NODE_FIELD && n->first.i != 0) {
        n = &unit->nodes.at[n->first.i];
    }
    bool param = n->kind == NODE_REF && unit->symbols.at[n->sym.i].kind == SYMBOL_PARAM;
    return param ? n->sym : (sym_id){0};
}

/* True for `p->f` where pointers stand, and `*p`. */
static bool is_target(const struct unit *unit, const struct node *n)
{
    return (n->kind == NODE_FIELD && symbol_holds_address(&unit->symbols.at[n->sym.i])) ||
           (n->kind == NODE_DEREF && unit->nodes.at[n->first.i].kind == NODE_REF);
}

/* True for `p->f = q` and `*p = q` where both are parameters that hold addresses. */
static bool is_store(const struct unit *unit, const struct node *n)
{
    const struct node *target = &unit->nodes.at[n->first.i];
    const struct node *value = &unit->nodes.at[target->next.i];
    if (n->kind != NODE_ASSIGN || n->op != NODE_OP_NONE || !is_target(unit, target) ||
        value->kind != NODE_REF) {
        return false;
    }
    const struct symbol *symbol = &unit->symbols.at[value->sym.i];
    sym_id base = param_below(unit, n->first);
    return symbol->kind == SYMBOL_PARAM && symbol_holds_address(symbol) && base.i != 0 &&
           base.i != value->sym.i;
}

static void add_store(struct objects *o, uint32_t f, node_id node, sym_id base, sym_id value)
{
    uint32_t unit = o->program->functions.at[f].unit;
    struct param_store store = {
        .unit = unit, .node = node, .base = base, .value = value, .next = o->first_store[f]};
    o->first_store[f] = o->stores.n;
    *idmap_at(o->store_numbers, unit + 1, node.i) = o->stores.n;
    VEC_PUSH(o->arena, &o->stores, store);
}

/* The parameter that an argument is, 0: it is none. */
static sym_id param_handed_on(const struct unit *unit, node_id argument)
{
    const struct node *n = &unit->nodes.at[argument.i];
    bool param = n->kind == NODE_REF && unit->symbols.at[n->sym.i].kind == SYMBOL_PARAM;
    return param && symbol_holds_address(&unit->symbols.at[n->sym.i]) ? n->sym : (sym_id){0};
}

/* Adds `*p = q` by a call that exchanges what stands there. */
static void add_exchange(struct objects *o, uint32_t f, node_id call)
{
    uint32_t u = o->program->functions.at[f].unit;
    const struct unit *unit = o->program->units.at[u];
    const struct api *api = exchange_called(o, u, call);
    for (uint32_t i = 0; api != NULL && i < api->gifts.n; i++) {
        const struct gift *gift = &api->gifts.at[i];
        sym_id base = param_handed_on(unit, program_argument(unit, call, gift->param));
        sym_id value = param_handed_on(unit, program_argument(unit, call, gift->as));
        if (gift->what == NULL && base.i != 0 && value.i != 0 && base.i != value.i) {
            add_store(o, f, call, base, value);
            return; /* one store of a call is repeated */
        }
    }
}

static void add_if_store(struct objects *o, uint32_t f, node_id node)
{
    const struct unit *unit = o->program->units.at[o->program->functions.at[f].unit];
    const struct node *n = &unit->nodes.at[node.i];
    if (n->kind == NODE_CALL) {
        add_exchange(o, f, node);
    } else if (is_store(unit, n)) {
        node_id value = unit->nodes.at[n->first.i].next;
        add_store(o, f, node, param_below(unit, n->first), unit->nodes.at[value.i].sym);
    }
}

/* True if the function changes one of its parameters. */
static void drop_changed(struct objects *o, uint32_t f, sym_id changed)
{
    uint32_t *link = &o->first_store[f];
    while (*link != 0) {
        struct param_store *store = &o->stores.at[*link];
        if (store->base.i == changed.i || store->value.i == changed.i) {
            *idmap_at(o->store_numbers, store->unit + 1, store->node.i) = 0;
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
        if (function->function == NULL || function->function->n_params <= 1) {
            continue;
        }
        struct arena *scratch = arena_create();
        struct node_stack stack = {0};
        VEC(sym_id) changed = {0};
        VEC_PUSH(scratch, &stack.nodes, function->body);
        while (stack.nodes.n > 0) {
            node_id node = program_pop(unit, &stack);
            const struct node *n = &unit->nodes.at[node.i];
            add_if_store(o, f, node);
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

bool is_param_store(const struct objects *o, uint32_t unit, node_id node)
{
    return idmap_get(o->store_numbers, unit + 1, node.i) != 0;
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

static void repeat_store(struct objects *o, uint32_t s, set_id base, set_id value)
{
    struct param_store store = o->stores.at[s];
    if (program_node(o->program, store.unit, store.node)->kind == NODE_CALL) {
        sets_use(o->sets, base, USE_STORE, 0, value.i);
        return;
    }
    struct stand_in stand_ins[2] = {{store.unit, store.base, base},
                                    {store.unit, store.value, value}};
    const struct stand_in *before = o->stand_ins;
    o->stand_ins = stand_ins;
    read_assignment(o, store.unit, store.node);
    o->stand_ins = before;
}

void repeat_stores(struct objects *o, const struct argument_list *call)
{
    for (uint32_t s = o->first_store[call->fn.i]; s != 0; s = o->stores.at[s].next) {
        struct param_store store = o->stores.at[s];
        set_id base = argument_set(o, call, store.base);
        repeat_store(o, s, base, argument_set(o, call, store.value));
    }
}

static set_id handed_set(struct objects *o, uint32_t unit, sym_id param)
{
    return single_set(o, sets_object(o->sets, OBJECT_HANDED, unit, param.i));
}

void do_open_stores(struct objects *o, uint32_t f)
{
    for (uint32_t s = o->first_store[f]; s != 0; s = o->stores.at[s].next) {
        struct param_store store = o->stores.at[s];
        set_id base = handed_set(o, store.unit, store.base);
        repeat_store(o, s, base, handed_set(o, store.unit, store.value));
    }
}
