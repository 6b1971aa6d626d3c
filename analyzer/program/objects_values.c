/*
 * objects_values.c - what expressions can point to.
 *
 * Arithmetic stays within an object; subtraction is how code gets from a part to the whole
 * (CONTAINING_RECORD).  Elements of an array are one.  What has no address in it where one is asked
 * for (a number that is cast) is unknown.
 */
#include <string.h>

#include "program/objects.h"

enum { MOST_DEPTH = 200 };

static const struct node *node_at(const struct objects *o, uint32_t unit, node_id node)
{
    return program_node(o->program, unit, node);
}

sym_id function_named(const struct program *program, uint32_t unit, node_id node)
{
    const struct node *n = program_node(program, unit, node);
    bool names = n->kind == NODE_REF || n->kind == NODE_FIELD;
    bool function =
        names && n->sym.i != 0 && program_symbol(program, unit, n->sym)->kind <= SYMBOL_DESTRUCTOR;
    return function ? n->sym : (sym_id){0};
}

static set_id function_set(struct objects *o, uint32_t unit, sym_id sym)
{
    if (sym.i == 0) { /* a generic lambda: a template that nothing has made a function of */
        return (set_id){SET_UNKNOWN};
    }
    fn_id fn = o->program->function_of[unit][sym.i];
    object_id object = fn.i != 0 ? sets_object(o->sets, OBJECT_FUNCTION, 0, fn.i)
                                 : sets_object(o->sets, OBJECT_EXTERNAL, unit, sym.i);
    return single_set(o, object);
}

static set_id allocated(struct objects *o, uint32_t unit, node_id node)
{
    return single_set(o, sets_object(o->sets, OBJECT_ALLOCATED, unit, node.i));
}

static node_id last_child(const struct unit *unit, node_id node)
{
    node_id last = unit->nodes.at[node.i].first;
    while (last.i != 0 && unit->nodes.at[last.i].next.i != 0) {
        last = unit->nodes.at[last.i].next;
    }
    return last;
}

/* ---- variables and fields ---- */

static bool refers_to_pointer(const struct symbol *symbol)
{
    const char *reference = strrchr(symbol->type, '&');
    while (reference > symbol->type && (reference[-1] == '&' || reference[-1] == ' ')) {
        reference--;
    }
    return reference > symbol->type && reference[-1] == '*';
}

/* The set of what a variable holds; while a store is repeated, a parameter is its argument. */
static set_id held_set(struct objects *o, uint32_t unit, sym_id sym)
{
    for (int i = 0; o->stand_ins != NULL && i < 2; i++) {
        if (o->stand_ins[i].unit == unit && o->stand_ins[i].param.i == sym.i) {
            return o->stand_ins[i].set;
        }
    }
    return variable_set(o, unit, sym);
}

static set_id variable_value(struct objects *o, uint32_t unit, sym_id sym)
{
    const struct symbol *symbol = program_symbol(o->program, unit, sym);
    if (symbol->kind == SYMBOL_LABEL || sym.i == 0) {
        return (set_id){SET_UNKNOWN};
    }
    if (symbol_is_object(symbol)) {
        return single_set(o, variable_object(o, unit, sym));
    }
    if (!symbol_holds_address(symbol)) {
        return (set_id){SET_UNKNOWN};
    }
    set_id set = held_set(o, unit, sym);
    bool behind = symbol_is_reference(symbol) && refers_to_pointer(symbol);
    return behind ? derived_set(o, set, USE_LOAD, 0) : set;
}

set_id field_base(struct objects *o, uint32_t unit, node_id field)
{
    const struct node *n = node_at(o, unit, field);
    if (n->first.i == 0) {
        return (set_id){SET_UNKNOWN};
    }
    return (n->flags & NODE_ARROW) != 0 ? value_set(o, unit, n->first)
                                        : place_set(o, unit, n->first);
}

/* The field itself (`place`), or what it points to. */
static set_id field_set(struct objects *o, uint32_t unit, node_id node, bool place)
{
    const struct node *n = node_at(o, unit, node);
    const struct symbol *symbol = program_symbol(o->program, unit, n->sym);
    if (symbol->kind == SYMBOL_GLOBAL) {
        return place && !symbol_is_reference(symbol)
                   ? single_set(o, variable_object(o, unit, n->sym))
                   : variable_value(o, unit, n->sym);
    }
    uint32_t key = o->program->key_of[unit][n->sym.i];
    if (symbol->kind != SYMBOL_FIELD || key == 0) {
        return (set_id){SET_UNKNOWN};
    }
    if (symbol_is_object(symbol) || (place && !symbol_is_reference(symbol))) {
        enum use_kind kind = symbol_has_fields(symbol) ? USE_PART : USE_PLACE;
        return derived_set(o, field_base(o, unit, node), kind, key);
    }
    if (!symbol_holds_address(symbol)) {
        return (set_id){SET_UNKNOWN};
    }
    return derived_set(o, field_base(o, unit, node), USE_LOAD, key);
}

/* True for an element of a table of several dimensions that is itself a table. */
static bool is_row(const struct objects *o, uint32_t unit, node_id node)
{
    uint32_t indices = 0;
    const struct node *n = node_at(o, unit, node);
    for (; n->kind == NODE_INDEX; n = node_at(o, unit, n->first)) {
        indices++;
    }
    if (n->kind != NODE_REF && n->kind != NODE_FIELD) {
        return false;
    }
    uint32_t dimensions = 0;
    for (const char *p = program_symbol(o->program, unit, n->sym)->type; *p != '\0'; p++) {
        dimensions += *p == '[';
    }
    return indices < dimensions;
}

/* ---- the rest ---- */

node_id called_value(const struct objects *o, uint32_t unit, node_id call)
{
    node_id callee = node_at(o, unit, call)->first;
    const struct node *n = node_at(o, unit, callee);
    return n->kind == NODE_MEMBER ? node_at(o, unit, n->first)->next : callee;
}

/* Lets the sets know which fields a call through a value may fill, before its callees are found. */
static void note_places(struct objects *o, uint32_t unit, node_id call)
{
    node_id argument = program_argument(o->program->units.at[unit], call, 0);
    for (; argument.i != 0; argument = node_at(o, unit, argument)->next) {
        if (node_at(o, unit, argument)->kind == NODE_ADDRESS) {
            (void)value_set(o, unit, argument);
        }
    }
}

uint32_t pointer_call(struct objects *o, uint32_t unit, node_id call)
{
    uint32_t number = idmap_get(o->call_numbers, unit + 1, call.i);
    if (number == 0) {
        number = o->calls.n;
        *idmap_at(o->call_numbers, unit + 1, call.i) = number;
        struct pointer_call added = {.unit = unit, .node = call, .result = sets_new(o->sets)};
        VEC_PUSH(o->arena, &o->calls, added);
        fn_id forwarder = forwarder_called(o, unit, call);
        set_id callee = forwarder.i != 0 ? forwarded_callee(o, unit, call, forwarder)
                                         : value_set(o, unit, called_value(o, unit, call));
        o->calls.at[number].callee = callee;
        sets_use(o->sets, callee, USE_CALL, 0, number);
        note_places(o, unit, call);
    }
    return number;
}

static set_id either(struct objects *o, set_id a, set_id b)
{
    if (a.i == SET_NOTHING || b.i == SET_NOTHING || a.i == b.i) {
        return a.i == SET_NOTHING ? b : a;
    }
    set_id set = sets_new(o->sets);
    sets_flow(o->sets, a, set);
    sets_flow(o->sets, b, set);
    return set;
}

/* What an API makes: a new object, or the one that it was handed with its place moved. */
static set_id made_by_api(struct objects *o, uint32_t unit, node_id call)
{
    set_id made = allocated(o, unit, call);
    const struct api *api = program_call_api(o->program, unit, call);
    if (api == NULL || !api->fill.told || !api->fill.in_result) {
        return made;
    }
    node_id old = program_argument(o->program->units.at[unit], call, api->fill.from);
    return either(o, made, value_set(o, unit, old));
}

static set_id call_set(struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    sym_id sym = function_named(o->program, unit, n->first);
    if (sym.i == 0 || forwarder_called(o, unit, node).i != 0) {
        uint32_t number = pointer_call(o, unit, node); /* it may move the calls */
        return o->calls.at[number].result;
    }
    node_id place = node_at(o, unit, n->first)->next;
    if (exchange_called(o, unit, node) != NULL) {
        return derived_set(o, value_set(o, unit, place), USE_LOAD, 0);
    }
    fn_id fn = o->program->function_of[unit][sym.i];
    if (fn.i != 0 && (n->flags & NODE_DYNAMIC) == 0) {
        return o->allocates[fn.i] ? allocated(o, unit, node) : o->result_of[fn.i];
    }
    if (fn.i == 0 && program_is_atomic(program_symbol(o->program, unit, sym)->name)) {
        return derived_set(o, value_set(o, unit, place), USE_LOAD, 0);
    }
    bool makes = fn.i == 0 && api_allocates(o->program, unit, sym);
    return makes ? made_by_api(o, unit, node) : (set_id){SET_UNKNOWN};
}

static set_id conditional_set(struct objects *o, uint32_t unit, node_id node, bool place)
{
    const struct unit *facts = o->program->units.at[unit];
    node_id then = node_child(facts, node, 1);
    if (facts->nodes.at[then.i].kind == NODE_NONE) {
        then = facts->nodes.at[node.i].first;
    }
    node_id other = node_child(facts, node, 2);
    return place ? either(o, place_set(o, unit, then), place_set(o, unit, other))
                 : either(o, value_set(o, unit, then), value_set(o, unit, other));
}

static set_id binary_set(struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    node_id left = n->first;
    if (n->op == NODE_OP_SUB) {
        return derived_set(o, value_set(o, unit, left), USE_CONTAINER, 0);
    }
    if (n->op != NODE_OP_ADD) {
        return (set_id){SET_UNKNOWN};
    }
    bool number = node_at(o, unit, left)->kind == NODE_INT;
    return value_set(o, unit, number ? node_at(o, unit, left)->next : left);
}

static set_id literal_object(struct objects *o, uint32_t unit, node_id node)
{
    set_id set = allocated(o, unit, node);
    initialise(o, unit, node, set);
    return set;
}

static set_id made_object(struct objects *o, uint32_t unit, node_id node)
{
    set_id known = {idmap_get(o->made_as, unit + 1, node.i)};
    return known.i != 0 ? known : allocated(o, unit, node);
}

static set_id value_of(struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    switch (n->kind) {
    case NODE_INT:
        return (set_id){n->value == 0 ? SET_NOTHING : SET_UNKNOWN};
    case NODE_STRING:
    case NODE_NONE:
        return (set_id){SET_NOTHING};
    case NODE_REF:
    case NODE_FIELD:
        if (function_named(o->program, unit, node).i != 0) {
            return function_set(o, unit, n->sym);
        }
        return n->kind == NODE_REF ? variable_value(o, unit, n->sym)
                                   : field_set(o, unit, node, false);
    case NODE_LAMBDA:
        return function_set(o, unit, n->sym);
    case NODE_INDEX:
        if (is_row(o, unit, node)) {
            return value_set(o, unit, n->first);
        }
        return derived_set(o, value_set(o, unit, n->first), USE_LOAD, 0);
    case NODE_DEREF:
        return derived_set(o, value_set(o, unit, n->first), USE_LOAD, 0);
    case NODE_ADDRESS:
        return place_set(o, unit, n->first);
    case NODE_COND:
        return conditional_set(o, unit, node, false);
    case NODE_COMMA:
    case NODE_ASSIGN:
    case NODE_STATEMENT_EXPR:
        return value_set(o, unit, last_child(o->program->units.at[unit], node));
    case NODE_CALL:
        return call_set(o, unit, node);
    case NODE_STEP:
        return value_set(o, unit, n->first);
    case NODE_BINARY:
        return binary_set(o, unit, node);
    case NODE_INIT_LIST:
        return literal_object(o, unit, node);
    case NODE_NEW:
        return allocated(o, unit, node);
    case NODE_CONSTRUCT:
        return made_object(o, unit, node);
    default:
        return (set_id){SET_UNKNOWN};
    }
}

set_id value_set(struct objects *o, uint32_t unit, node_id node)
{
    if (node.i == 0 || o->depth >= MOST_DEPTH) {
        return (set_id){SET_UNKNOWN};
    }
    o->depth++;
    set_id set = value_of(o, unit, node);
    o->depth--;
    return set;
}

static set_id place_of(struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    if (function_named(o->program, unit, node).i != 0) {
        return function_set(o, unit, n->sym);
    }
    switch (n->kind) {
    case NODE_REF: {
        const struct symbol *symbol = program_symbol(o->program, unit, n->sym);
        if (n->sym.i == 0 || symbol->kind == SYMBOL_LABEL) {
            return (set_id){SET_UNKNOWN};
        }
        return symbol_is_reference(symbol) ? held_set(o, unit, n->sym)
                                           : single_set(o, variable_object(o, unit, n->sym));
    }
    case NODE_FIELD:
        return field_set(o, unit, node, true);
    case NODE_INDEX:
    case NODE_DEREF:
        return value_set(o, unit, n->first);
    case NODE_COND:
        return conditional_set(o, unit, node, true);
    default:
        return value_set(o, unit, node);
    }
}

set_id place_set(struct objects *o, uint32_t unit, node_id node)
{
    if (node.i == 0 || o->depth >= MOST_DEPTH) {
        return (set_id){SET_UNKNOWN};
    }
    o->depth++;
    set_id set = place_of(o, unit, node);
    o->depth--;
    return set;
}

/* ---- initialisers ---- */

static void initialise_field(struct objects *o, uint32_t unit, const struct node *n, set_id object)
{
    const struct symbol *symbol = program_symbol(o->program, unit, n->sym);
    uint32_t key = o->program->key_of[unit][n->sym.i];
    if (key == 0 || n->first.i == 0) {
        return;
    }
    if (node_at(o, unit, n->first)->kind == NODE_INIT_LIST) {
        enum use_kind kind = symbol_has_fields(symbol) ? USE_PART : USE_PLACE;
        initialise(o, unit, n->first, derived_set(o, object, kind, key));
    } else if (symbol_is_object(symbol)) {
        sets_use(o->sets, object, USE_COPIED, 0, 0);
    } else if (symbol_holds_address(symbol)) {
        set_id value = value_set(o, unit, n->first);
        o->assigned[key] = true;
        sets_use(o->sets, object, USE_STORE, key, value.i);
    }
}

void initialise(struct objects *o, uint32_t unit, node_id list, set_id object)
{
    if (o->depth >= MOST_DEPTH || object.i <= SET_UNKNOWN) {
        return;
    }
    o->depth++;
    bool unknown = false;
    for (node_id e = node_at(o, unit, list)->first; e.i != 0; e = node_at(o, unit, e)->next) {
        const struct node *n = node_at(o, unit, e);
        if (n->kind == NODE_INIT_FIELD) {
            initialise_field(o, unit, n, object);
            continue;
        }
        node_id value = n->kind == NODE_INIT_INDEX ? n->first : e;
        if (value.i != 0 && node_at(o, unit, value)->kind == NODE_INIT_LIST) {
            initialise(o, unit, value, object);
        } else if (value.i != 0) {
            set_id set = value_set(o, unit, value);
            unknown |= set.i == SET_UNKNOWN;
            if (set.i != SET_UNKNOWN) {
                sets_use(o->sets, object, USE_STORE, 0, set.i);
            }
        }
    }
    if (unknown) {
        sets_use(o->sets, object, USE_CLOBBER, 0, 0);
    }
    o->depth--;
}
