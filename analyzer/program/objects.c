/*
 * objects.c - which objects do pointers lead to, and so: what does a call through one run?
 *
 * pointers.c has one slot for a field of all objects of a type.  Here each variable, each call of
 * an allocating function, and each struct within these is an object with fields of its own, so the
 * table of one object does not leak into another's.  What a call through an expression can run is
 * known if everything that the expression can lead to was seen to be stored; then it has a slot of
 * its own (program_slot).  Otherwise the slot of the field, of all objects, is what counts.
 *
 * Functions are not told apart by their callers.  A parameter of a function that code outside the
 * module may call stands for an object that is handed over; what is stored in it is found again
 * through the same parameter only.
 */
#include "program/objects.h"

#include <string.h>

static const struct node *node_at(const struct objects *o, uint32_t unit, node_id node)
{
    return program_node(o->program, unit, node);
}

/* ---- assignments ---- */

/* True if the value is a whole struct: it is copied. */
static bool is_object_value(const struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    bool names = n->kind == NODE_REF || n->kind == NODE_FIELD;
    return (names && symbol_is_object(program_symbol(o->program, unit, n->sym))) ||
           n->kind == NODE_DEREF || n->kind == NODE_INDEX;
}

static void store_behind(struct objects *o, uint32_t unit, node_id pointer, node_id value)
{
    set_id base = value_set(o, unit, pointer);
    if (node_at(o, unit, value)->kind == NODE_CONSTRUCT) {
        *idmap_at(o->made_as, unit + 1, value.i) = base.i;
        return;
    }
    set_id set = value_set(o, unit, value);
    sets_use(o->sets, base, USE_STORE, 0, set.i);
    if (is_object_value(o, unit, value)) {
        sets_use(o->sets, base, USE_COPIED, 0, 0);
    }
}

static void store_variable(struct objects *o, uint32_t unit, sym_id sym, node_id value)
{
    const struct symbol *symbol = program_symbol(o->program, unit, sym);
    if (symbol_is_object(symbol)) {
        if (value.i != 0 && node_at(o, unit, value)->kind != NODE_CONSTRUCT) {
            set_id place = single_set(o, variable_object(o, unit, sym));
            sets_use(o->sets, place, USE_COPIED, 0, 0);
        }
    } else if (symbol_holds_address(symbol)) {
        set_id set = value_set(o, unit, value);
        type_allocated(o, unit, symbol, set);
        sets_flow(o->sets, set, variable_set(o, unit, sym));
    }
}

static void store_field(struct objects *o, uint32_t unit, node_id field, node_id value)
{
    const struct node *n = node_at(o, unit, field);
    const struct symbol *symbol = program_symbol(o->program, unit, n->sym);
    uint32_t key = o->program->key_of[unit][n->sym.i];
    if (symbol->kind == SYMBOL_GLOBAL) {
        store_variable(o, unit, n->sym, value);
    } else if (symbol_is_object(symbol) && node_at(o, unit, value)->kind == NODE_CONSTRUCT) {
        *idmap_at(o->made_as, unit + 1, value.i) = place_set(o, unit, field).i;
    } else if (symbol_is_object(symbol)) {
        sets_use(o->sets, place_set(o, unit, field), USE_COPIED, 0, 0);
    } else if (key != 0 && symbol_holds_address(symbol)) {
        set_id set = value_set(o, unit, value);
        type_allocated(o, unit, symbol, set);
        sets_use(o->sets, field_base(o, unit, field), USE_STORE, key, set.i);
    }
}

void read_assignment(struct objects *o, uint32_t unit, node_id assignment)
{
    const struct node *n = node_at(o, unit, assignment);
    const struct node *target = node_at(o, unit, n->first);
    node_id value = target->next;
    if (value.i == 0 || n->op != NODE_OP_NONE) {
        return;
    }
    if (node_at(o, unit, value)->kind == NODE_INIT_LIST) {
        initialise(o, unit, value, place_set(o, unit, n->first));
        return;
    }
    bool named = target->kind == NODE_REF || target->kind == NODE_FIELD;
    o->assigned[named ? o->program->key_of[unit][target->sym.i] : 0] = true;
    switch (target->kind) {
    case NODE_REF: {
        const struct symbol *symbol = program_symbol(o->program, unit, target->sym);
        if (symbol_is_reference(symbol)) {
            set_id set = value_set(o, unit, value);
            sets_use(o->sets, variable_set(o, unit, target->sym), USE_STORE, 0, set.i);
        } else {
            store_variable(o, unit, target->sym, value);
        }
        break;
    }
    case NODE_FIELD:
        store_field(o, unit, n->first, value);
        break;
    case NODE_INDEX:
    case NODE_DEREF:
        store_behind(o, unit, target->first, value);
        break;
    case NODE_MEMBER: {
        set_id object = (target->flags & NODE_ARROW) != 0 ? value_set(o, unit, target->first)
                                                          : place_set(o, unit, target->first);
        sets_use(o->sets, object, USE_COPIED, 0, 0);
        break;
    }
    default:
        break;
    }
}

static void read_declaration(struct objects *o, uint32_t unit, sym_id sym, node_id init)
{
    const struct symbol *symbol = program_symbol(o->program, unit, sym);
    const struct node *n = node_at(o, unit, init);
    if (init.i == 0 || symbol->kind < SYMBOL_GLOBAL || symbol->kind == SYMBOL_LABEL) {
        return;
    }
    if (symbol_is_reference(symbol)) {
        sets_flow(o->sets, place_set(o, unit, init), variable_set(o, unit, sym));
        return;
    }
    set_id object = single_set(o, variable_object(o, unit, sym));
    if (n->kind == NODE_INIT_LIST) {
        initialise(o, unit, init, object);
    } else {
        if (n->kind == NODE_CONSTRUCT) {
            *idmap_at(o->made_as, unit + 1, init.i) = object.i;
        }
        store_variable(o, unit, sym, init);
    }
}

/* ---- one tree ---- */

static void read_new(struct objects *o, uint32_t unit, node_id node)
{
    set_id made = value_set(o, unit, node);
    for (node_id c = node_at(o, unit, node)->first; c.i != 0; c = node_at(o, unit, c)->next) {
        if (node_at(o, unit, c)->kind == NODE_CONSTRUCT) {
            *idmap_at(o->made_as, unit + 1, c.i) = made.i;
        } else if (node_at(o, unit, c)->kind == NODE_INIT_LIST) {
            initialise(o, unit, c, made);
        }
    }
}

static void read_range_for(struct objects *o, uint32_t unit, const struct node *n)
{
    const struct symbol *symbol = program_symbol(o->program, unit, n->sym);
    if (n->sym.i == 0 || n->first.i == 0 || !symbol_holds_address(symbol)) {
        return;
    }
    set_id range = value_set(o, unit, n->first);
    set_id from = symbol_is_reference(symbol) ? range : derived_set(o, range, USE_LOAD, 0);
    sets_flow(o->sets, from, variable_set(o, unit, n->sym));
}

static void read_return(struct objects *o, uint32_t unit, const struct node *n)
{
    set_id result = o->result_of[o->current.i];
    if (n->first.i != 0 && result.i != SET_NOTHING && result.i != SET_UNKNOWN) {
        sets_flow(o->sets, value_set(o, unit, n->first), result);
    }
}

static void read_node(struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    switch (n->kind) {
    case NODE_ASSIGN:
        if (!is_param_store(o, unit, node)) {
            read_assignment(o, unit, node);
        }
        break;
    case NODE_DECLARE:
        read_declaration(o, unit, n->sym, n->first);
        break;
    case NODE_CALL: {
        sym_id sym = function_named(o->program, unit, n->first);
        fn_id forwarder = forwarder_called(o, unit, node);
        o->called[forwarder.i] = true;
        ask_for_object(o, unit, node);
        if (is_param_store(o, unit, node)) {
            break;
        }
        if (sym.i != 0 && forwarder.i == 0) {
            read_direct_call(o, unit, node, sym);
        } else {
            (void)pointer_call(o, unit, node);
        }
        break;
    }
    case NODE_CONSTRUCT:
        read_construction(o, unit, node);
        break;
    case NODE_DELETE:
        if ((n->flags & NODE_DYNAMIC) != 0) {
            set_id object = value_set(o, unit, n->first);
            VEC_PUSH(o->arena, &o->virtual_calls,
                     ((struct virtual_call){unit, node, n->sym, object}));
        }
        break;
    case NODE_NEW:
        read_new(o, unit, node);
        break;
    case NODE_RANGE_FOR:
        read_range_for(o, unit, n);
        break;
    case NODE_RETURN:
        read_return(o, unit, n);
        break;
    case NODE_REF:
    case NODE_LAMBDA:
        o->handed_out[o->program->function_of[unit][n->sym.i].i]++;
        break;
    default:
        break;
    }
}

static void read_tree(struct objects *o, uint32_t unit, node_id root)
{
    const struct unit *facts = o->program->units.at[unit];
    VEC_PUSH(o->arena, &o->stack.nodes, root);
    while (o->stack.nodes.n > 0) {
        node_id node = program_pop(facts, &o->stack);
        read_node(o, unit, node);
        program_push_children(o->arena, facts, node, &o->stack);
        const struct node *n = node_at(o, unit, node);
        bool names_callee = n->kind == NODE_CALL && n->first.i != 0 &&
                            node_at(o, unit, n->first)->kind == NODE_REF &&
                            function_named(o->program, unit, n->first).i != 0;
        if (names_callee) {
            (void)program_pop(facts, &o->stack); /* the callee: its address is not taken */
        }
    }
}

/* ---- the module ---- */

static void find_definitions(struct objects *o)
{
    for (uint32_t u = 0; u < o->program->units.n; u++) {
        const struct unit *unit = o->program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            bool defined = (unit->globals.at[g].flags & GLOBAL_DECLARATION) == 0;
            o->defined[o->program->key_of[u][unit->globals.at[g].sym.i]] |= defined;
        }
    }
}

static void make_results(struct objects *o)
{
    for (uint32_t f = 1; f < o->program->functions.n; f++) {
        const struct program_function *function = &o->program->functions.at[f];
        const struct symbol *symbol = program_symbol(o->program, function->unit, function->sym);
        bool pointer = (symbol->flags & SYMBOL_POINTER) != 0 || symbol->type[0] == '\0';
        o->result_of[f] =
            pointer && function->function != NULL ? sets_new(o->sets) : (set_id){SET_UNKNOWN};
    }
}

static void read_global(struct objects *o, uint32_t unit, const struct global *global)
{
    read_declaration(o, unit, global->sym, global->init);
    if (node_at(o, unit, global->init)->kind == NODE_INIT_LIST) {
        note_methods(o, unit, global->init, single_set(o, variable_object(o, unit, global->sym)));
    }
}

static void read_module(struct objects *o)
{
    for (uint32_t u = 0; u < o->program->units.n; u++) {
        const struct unit *unit = o->program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            read_global(o, u, &unit->globals.at[g]);
            read_tree(o, u, unit->globals.at[g].init);
        }
    }
    for (uint32_t f = 1; f < o->program->functions.n; f++) {
        if (o->program->functions.at[f].function != NULL) {
            o->current = (fn_id){f};
            read_tree(o, o->program->functions.at[f].unit, o->program->functions.at[f].body);
        }
    }
}

/* True if the parameter is nothing but what the module hands to APIs as a context. */
static bool is_context(const struct objects *o, uint32_t f, uint32_t param)
{
    const struct program_function *body = &o->program->functions.at[f];
    uint32_t flags = program_symbol(o->program, body->unit, body->sym)->flags;
    return param < 32 && (flags & SYMBOL_INTERNAL) != 0 && o->with_context[f] == o->handed_out[f] &&
           o->context_as[f] == UINT32_C(1) << param;
}

/* Parameters that code outside the module may fill. */
static void hand_over(struct objects *o)
{
    for (uint32_t f = 1; f < o->program->functions.n; f++) {
        const struct program_function *body = &o->program->functions.at[f];
        const struct symbol *symbol = program_symbol(o->program, body->unit, body->sym);
        bool open = !o->called[f] || o->handed_out[f] > 0 ||
                    (symbol->flags & (SYMBOL_DLLEXPORT | SYMBOL_VIRTUAL)) != 0;
        if (open) {
            do_open_stores(o, f);
        }
        for (uint32_t i = 0; open && body->function != NULL && i < body->function->n_params; i++) {
            sym_id param =
                o->program->units.at[body->unit]->params.at[body->function->first_param + i];
            if (symbol_holds_address(program_symbol(o->program, body->unit, param)) &&
                !is_context(o, f, i)) {
                object_id object = sets_object(o->sets, OBJECT_HANDED, body->unit, param.i);
                sets_add(o->sets, variable_set(o, body->unit, param), object);
                if (i == 0) {
                    hand_over_self(o, f, object);
                }
                open_own_fields(o, f, param);
            }
        }
    }
}

/* Nothing was seen to be stored in a local pointer that is read: what stores it is not followed
 * (assembly). */
static void doubt_empty_locals(struct objects *o)
{
    for (uint32_t i = 1; i < o->sets->objects.n; i++) {
        const struct object *object = &o->sets->objects.at[i];
        if (object->kind != OBJECT_VARIABLE || object->a == 0) {
            continue;
        }
        const struct symbol *symbol =
            program_symbol(o->program, object->a - 1, (sym_id){object->b});
        set_id content = {idmap_get(o->sets->contents, i, 0)};
        if (symbol->kind == SYMBOL_LOCAL && !o->sets->list.at[content.i].fed) {
            sets_add_unknown(o->sets, content);
        }
    }
}

/* ---- what is known in the end ---- */

/* True if the set holds functions and nothing else. */
static bool is_exact(const struct sets *sets, set_id id)
{
    const struct object_set *set = &sets->list.at[id.i];
    for (uint32_t i = 0; i < set->members.n; i++) {
        enum object_kind kind = sets->objects.at[set->members.at[i]].kind;
        if (kind != OBJECT_FUNCTION && kind != OBJECT_EXTERNAL) {
            return false;
        }
    }
    return set->members.n > 0 && !set->unknown;
}

static void keep(struct objects *o, uint32_t unit, node_id node, set_id id, slot_id old)
{
    if (!is_exact(o->sets, id)) {
        return;
    }
    struct slot slot = {.name = o->program->slots.at[old.i].name};
    const struct object_set *set = &o->sets->list.at[id.i];
    for (uint32_t i = 0; i < set->members.n; i++) {
        const struct object *object = &o->sets->objects.at[set->members.at[i]];
        if (object->kind == OBJECT_FUNCTION) {
            VEC_PUSH(o->program->arena, &slot.functions, ((fn_id){object->b}));
        } else {
            VEC_PUSH(o->program->arena, &slot.externals, ((sym_id){object->b}));
            VEC_PUSH(o->program->arena, &slot.external_units, object->a);
        }
    }
    program_know_slot(o->program, unit, node, &slot);
}

/* Keeps what a call through a value can run.  A forwarder's slot is that of the call in it. */
static void keep_called(struct objects *o, const struct pointer_call *call)
{
    node_id node = called_value(o, call->unit, call->node);
    fn_id forwarder = forwarder_called(o, call->unit, call->node);
    uint32_t unit = call->unit;
    node_id named = node;
    if (forwarder.i != 0) {
        unit = o->program->functions.at[forwarder.i].unit;
        named = node_at(o, unit, o->forwards[forwarder.i])->first;
    }
    keep(o, call->unit, node, call->callee, program_slot(o->program, unit, named));
}

static void keep_results(struct objects *o)
{
    for (uint32_t c = 1; c < o->calls.n; c++) {
        keep_called(o, &o->calls.at[c]);
    }
    for (uint32_t i = 0; i < o->virtual_calls.n; i++) {
        keep_methods(o, &o->virtual_calls.at[i]);
    }
    for (uint32_t i = 0; i < o->asked.n; i++) {
        const struct asked *asked = &o->asked.at[i];
        keep(o, asked->unit, asked->node, asked->set,
             program_slot(o->program, asked->unit, asked->node));
    }
}

void program_find_objects(struct program *program)
{
    struct arena *arena = arena_create();
    struct objects o = {.arena = arena, .program = program};
    uint32_t n_functions = program->functions.n;
    bool *own = ARENA_NEW_N(arena, bool, program->key_names.n);
    o.types = ARENA_NEW_N(arena, struct object_type, program->key_names.n);
    find_own_fields(&o, own);
    o.sets = sets_create(arena, program->key_names.at, own, program->key_names.n);
    o.sets->call = found_callee;
    o.sets->call_unknown = found_unknown_callee;
    o.sets->call_data = &o;
    o.sets->fits = object_fits;
    o.sets->fits_data = &o;
    o.singles = idmap_create(arena);
    o.call_numbers = idmap_create(arena);
    o.made_as = idmap_create(arena);
    o.store_numbers = idmap_create(arena);
    o.fits = idmap_create(arena);
    o.made = ARENA_NEW_N(arena, bool, program->key_names.n);
    o.first_store = ARENA_NEW_N(arena, uint32_t, n_functions);
    for (int kind = 0; kind <= USE_CALL; kind++) {
        o.derived[kind] = idmap_create(arena);
    }
    VEC_PUSH(arena, &o.calls, ((struct pointer_call){0}));
    o.result_of = ARENA_NEW_N(arena, set_id, n_functions);
    o.allocates = ARENA_NEW_N(arena, bool, n_functions);
    o.forwards = ARENA_NEW_N(arena, node_id, n_functions);
    o.called = ARENA_NEW_N(arena, bool, n_functions);
    o.handed_out = ARENA_NEW_N(arena, uint32_t, n_functions);
    o.with_context = ARENA_NEW_N(arena, uint32_t, n_functions);
    o.context_as = ARENA_NEW_N(arena, uint32_t, n_functions);
    o.first_method = ARENA_NEW_N(arena, uint32_t, n_functions);
    VEC_PUSH(arena, &o.methods, ((struct method_entry){0}));
    o.assigned = ARENA_NEW_N(arena, bool, program->key_names.n);
    o.defined = ARENA_NEW_N(arena, bool, program->key_names.n);
    find_definitions(&o);
    find_allocating(&o);
    find_forwarders(&o);
    find_param_stores(&o);
    make_results(&o);
    read_module(&o);
    hand_over(&o);
    sets_propagate(o.sets);
    doubt_empty_locals(&o);
    sets_solve(o.sets);
    keep_results(&o);
    keep_object_words(&o);
    find_null_keys(&o);
    arena_destroy(arena);
}
