/*
 * objects_calls.c - what calls do with the objects that they are given.
 *
 * Arguments are the parameters of every body that the call may run.  Code that is not seen may
 * store to whatever it gets the address of; the atomic operations of the compiler are known.
 */
#include "program/objects.h"

#include <string.h>

static const struct node *node_at(const struct objects *o, uint32_t unit, node_id node)
{
    return program_node(o->program, unit, node);
}

static void bind_argument(struct objects *o, uint32_t unit, node_id argument, fn_id fn, uint32_t i)
{
    const struct program_function *body = &o->program->functions.at[fn.i];
    sym_id param = o->program->units.at[body->unit]->params.at[body->function->first_param + i];
    const struct symbol *symbol = program_symbol(o->program, body->unit, param);
    if (symbol_is_object(symbol)) {
        object_id object = variable_object(o, body->unit, param);
        o->sets->objects.at[object.i].copied = true;
    } else if (symbol_holds_address(symbol)) {
        set_id from = symbol_is_reference(symbol) ? place_set(o, unit, argument)
                                                  : value_set(o, unit, argument);
        sets_flow(o->sets, from, variable_set(o, body->unit, param));
    }
}

/* Lets the arguments be the parameters of a body. */
static void bind(struct objects *o, const struct argument_list *call)
{
    const struct program_function *body = &o->program->functions.at[call->fn.i];
    if (body->function == NULL) {
        return;
    }
    if (call->is_method) {
        sym_id self = o->program->units.at[body->unit]->params.at[body->function->first_param];
        sets_flow(o->sets, call->object, variable_set(o, body->unit, self));
    }
    node_id argument = call->first;
    for (uint32_t i = call->is_method ? 1 : 0; argument.i != 0 && i < body->function->n_params;
         i++) {
        if (program_takes(o->program, call->fn, i)) {
            bind_argument(o, call->unit, argument, call->fn, i);
        }
        argument = node_at(o, call->unit, argument)->next;
    }
    repeat_stores(o, call);
}

static struct argument_list arguments_of(const struct objects *o, uint32_t unit, node_id first,
                                         fn_id fn)
{
    return (struct argument_list){
        .fn = fn,
        .unit = unit,
        .first = first,
        .object = {SET_UNKNOWN},
        .is_method = o->program->functions.at[fn.i].method,
    };
}

/* Code that is not seen gets an argument. */
static void clobber_one(struct objects *o, uint32_t unit, node_id argument)
{
    const struct node *n = node_at(o, unit, argument);
    if (n->kind != NODE_INT && n->kind != NODE_STRING && n->kind != NODE_CALL) {
        set_id set = value_set(o, unit, argument);
        uint32_t *done = set.i <= SET_UNKNOWN ? NULL : idmap_at(o->derived[USE_CLOBBER], set.i, 0);
        if (done != NULL && *done == 0) {
            *done = 1;
            sets_use(o->sets, set, USE_CLOBBER, 0, 0);
        }
    }
}

/* The same for all arguments but `known`. */
static void clobber_others(struct objects *o, uint32_t unit, node_id argument, node_id known)
{
    for (; argument.i != 0; argument = node_at(o, unit, argument)->next) {
        if (argument.i != known.i) {
            clobber_one(o, unit, argument);
        }
    }
}

static void clobber(struct objects *o, uint32_t unit, node_id argument)
{
    clobber_others(o, unit, argument, (node_id){0});
}

/* An atomic operation of the compiler: what it is given may be stored where it points to. */
static void read_atomic(struct objects *o, uint32_t unit, node_id argument)
{
    set_id place = value_set(o, unit, argument);
    for (node_id a = node_at(o, unit, argument)->next; a.i != 0; a = node_at(o, unit, a)->next) {
        set_id set = value_set(o, unit, a);
        if (set.i != SET_UNKNOWN) {
            sets_use(o->sets, place, USE_STORE, 0, set.i);
        }
    }
}

const struct api *exchange_called(const struct objects *o, uint32_t unit, node_id call)
{
    const struct node *callee = node_at(o, unit, node_at(o, unit, call)->first);
    if (callee->kind != NODE_REF || callee->next.i == 0) {
        return NULL;
    }
    bool body = o->program->function_of[unit][callee->sym.i].i != 0;
    if (body && (program_symbol(o->program, unit, callee->sym)->flags & SYMBOL_SYSTEM) == 0) {
        return NULL;
    }
    const struct api *api = program_call_api(o->program, unit, call);
    bool exchanges = api != NULL && api->match == API_FUNCTION && strcmp(api->returns, "held") == 0;
    return exchanges ? api : NULL;
}

/* An API that exchanges what stands in a place. */
static void read_exchange(struct objects *o, uint32_t unit, node_id call, const struct api *api)
{
    const struct unit *facts = o->program->units.at[unit];
    for (uint32_t i = 0; i < api->gifts.n; i++) {
        const struct gift *gift = &api->gifts.at[i];
        set_id place = value_set(o, unit, program_argument(facts, call, gift->param));
        set_id given = gift->what != NULL
                           ? (set_id){SET_UNKNOWN}
                           : value_set(o, unit, program_argument(facts, call, gift->as));
        sets_use(o->sets, place, USE_STORE, 0, given.i);
    }
}

/* Notes the functions that are handed to an API: the walk will ask what they can be. */
static void ask_for_callbacks(struct objects *o, uint32_t unit, sym_id api, node_id argument)
{
    struct known_api known = program_api(o->program, unit, api);
    if (known.n == 0 || known.first->callbacks.n == 0) {
        return;
    }
    for (; argument.i != 0; argument = node_at(o, unit, argument)->next) {
        const struct node *n = node_at(o, unit, argument);
        if (n->kind == NODE_REF || n->kind == NODE_FIELD || n->kind == NODE_INDEX) {
            set_id set = value_set(o, unit, argument);
            VEC_PUSH(o->arena, &o->asked, ((struct asked){unit, argument, set}));
        }
    }
}

/* The function that an argument names, 0: it is no function with a body. */
static fn_id function_handed(const struct objects *o, uint32_t unit, node_id argument)
{
    const struct node *n = node_at(o, unit, argument);
    node_id named = n->kind == NODE_ADDRESS ? n->first : argument;
    return o->program->function_of[unit][function_named(o->program, unit, named).i];
}

/* Lets an argument be the parameter of a function that the API hands it on to. */
static void bind_contexts(struct objects *o, uint32_t unit, sym_id api, node_id call)
{
    const struct unit *facts = o->program->units.at[unit];
    struct known_api known = program_api(o->program, unit, api);
    for (uint32_t i = 0; known.n > 0 && i < known.first->callbacks.n; i++) {
        const struct callback *callback = &known.first->callbacks.at[i];
        fn_id fn = function_handed(o, unit, program_argument(facts, call, callback->param));
        const struct function *function = o->program->functions.at[fn.i].function;
        if (!callback->has_context || function == NULL ||
            callback->context_as >= function->n_params) {
            continue;
        }
        node_id context = program_argument(facts, call, callback->context);
        bind_argument(o, unit, context, fn, callback->context_as);
        o->with_context[fn.i]++;
        o->context_as[fn.i] |= UINT32_C(1) << (callback->context_as % 32);
    }
}

/* True for an array of pointers: what is copied over it stays within it. */
static bool is_pointer_array(const struct objects *o, uint32_t unit, node_id place)
{
    const struct node *n = node_at(o, unit, place);
    const struct symbol *symbol = program_symbol(o->program, unit, n->sym);
    return n->kind == NODE_FIELD && symbol_is_object(symbol) && !symbol_has_fields(symbol);
}

/* Bytes that an API copies or clears: what is cleared holds no address, and what stays behind a
 * result is found through that (call_set). */
static void read_fill(struct objects *o, uint32_t unit, node_id call, const struct fill *fill)
{
    const struct unit *facts = o->program->units.at[unit];
    if (fill->in_result || !fill->copied) {
        return;
    }
    node_id place = program_argument(facts, call, fill->param);
    set_id to = value_set(o, unit, place);
    set_id from = value_set(o, unit, program_argument(facts, call, fill->from));
    sets_use(o->sets, to, USE_STORE, 0, derived_set(o, from, USE_LOAD, 0).i);
    if (!is_pointer_array(o, unit, place)) {
        sets_use(o->sets, to, USE_COPIED, 0, 0);
    }
}

static void read_outside_call(struct objects *o, uint32_t unit, sym_id sym, node_id call)
{
    const char *name = program_symbol(o->program, unit, sym)->name;
    node_id argument = program_argument(o->program->units.at[unit], call, 0);
    if (program_is_atomic(name) && argument.i != 0) {
        read_atomic(o, unit, argument);
        return;
    }
    const struct api *api = program_call_api(o->program, unit, call);
    if (api != NULL && api->fill.told) {
        read_fill(o, unit, call, &api->fill);
        return;
    }
    node_id made = api == NULL ? (node_id){0} : read_made_object(o, unit, call, api);
    clobber_others(o, unit, argument, made);
    ask_for_callbacks(o, unit, sym, argument);
    bind_contexts(o, unit, sym, call);
}

static void bind_direct(struct objects *o, uint32_t unit, node_id first, set_id object, fn_id fn)
{
    o->called[fn.i] = true;
    if (o->program->takes[fn.i] != 0) {
        struct argument_list call = arguments_of(o, unit, first, fn);
        call.object = object;
        bind(o, &call);
    }
}

void read_direct_call(struct objects *o, uint32_t unit, node_id call, sym_id sym)
{
    const struct node *n = node_at(o, unit, call);
    const struct node *callee = node_at(o, unit, n->first);
    set_id object = {SET_UNKNOWN};
    if (callee->kind == NODE_FIELD) {
        object = field_base(o, unit, n->first);
    }
    fn_id fn = o->program->function_of[unit][sym.i];
    const struct api *exchange = exchange_called(o, unit, call);
    if (exchange != NULL) {
        read_exchange(o, unit, call, exchange);
        return;
    }
    bool dynamic = (n->flags & NODE_DYNAMIC) != 0;
    fn_id overrider = dynamic ? program_overrider(o->program, unit, sym, (fn_id){0}) : (fn_id){0};
    if (dynamic) {
        VEC_PUSH(o->arena, &o->virtual_calls, ((struct virtual_call){unit, n->first, sym, object}));
    }
    if (fn.i == 0) {
        read_outside_call(o, unit, sym, call);
    } else {
        bind_direct(o, unit, callee->next, object, fn);
    }
    for (; overrider.i != 0; overrider = program_overrider(o->program, unit, sym, overrider)) {
        bind_direct(o, unit, callee->next, object, overrider);
    }
}

void read_construction(struct objects *o, uint32_t unit, node_id node)
{
    const struct node *n = node_at(o, unit, node);
    fn_id fn = o->program->function_of[unit][n->sym.i];
    if (fn.i == 0) {
        clobber(o, unit, n->first);
        return;
    }
    bind_direct(o, unit, n->first, value_set(o, unit, node), fn);
}

static void clobber_arguments(struct objects *o, uint32_t number)
{
    struct pointer_call *call = &o->calls.at[number];
    if (!call->clobbered) {
        call->clobbered = true;
        node_id callee = node_at(o, call->unit, call->node)->first;
        clobber(o, call->unit, node_at(o, call->unit, callee)->next);
    }
}

/* The solution found a function that a call through a value may run. */
void found_callee(void *data, uint32_t number, object_id callee)
{
    struct objects *o = data;
    struct pointer_call call = o->calls.at[number];
    const struct object *object = &o->sets->objects.at[callee.i];
    fn_id fn = {object->b};
    if (object->kind != OBJECT_FUNCTION) {
        clobber_arguments(o, number);
        sets_add_unknown(o->sets, call.result);
        return;
    }
    node_id callee_node = node_at(o, call.unit, call.node)->first;
    struct argument_list arguments =
        arguments_of(o, call.unit, node_at(o, call.unit, callee_node)->next, fn);
    const struct node *through = node_at(o, call.unit, callee_node);
    if (through->kind == NODE_MEMBER) {
        arguments.object = (through->flags & NODE_ARROW) != 0
                               ? value_set(o, call.unit, through->first)
                               : place_set(o, call.unit, through->first);
    }
    bind(o, &arguments);
    sets_flow(o->sets, o->result_of[fn.i], call.result);
}

void found_unknown_callee(void *data, uint32_t number)
{
    struct objects *o = data;
    clobber_arguments(o, number);
    sets_add_unknown(o->sets, o->calls.at[number].result);
}
