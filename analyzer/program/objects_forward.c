/*
 * objects_forward.c - functions that are another call.
 *
 * `static inline ULONG IFoo_Release(IFoo *p) { return p->lpVtbl->Release(p); }` stands in headers
 * for each method of an interface.  Read like other functions it would mix the objects of all its
 * callers; so each call of it is read as the call through the table of what that call hands over.
 * Only tables that the packs know are looked for.
 */
#include "program/objects.h"

static const struct node *node_at(const struct objects *o, uint32_t unit, node_id node)
{
    return program_node(o->program, unit, node);
}

/* The one call that the body consists of, 0: there is more, or less. */
static node_id only_call(const struct objects *o, const struct program_function *body)
{
    node_id statement = node_at(o, body->unit, body->body)->first;
    const struct node *n = node_at(o, body->unit, statement);
    if (statement.i == 0 || n->next.i != 0) {
        return (node_id){0};
    }
    node_id call = n->kind == NODE_RETURN ? n->first : statement;
    return node_at(o, body->unit, call)->kind == NODE_CALL ? call : (node_id){0};
}

/* True if the arguments are the function's own parameters in their order. */
static bool hands_on(const struct objects *o, const struct program_function *body, node_id argument)
{
    for (uint32_t i = 0; i < body->function->n_params; i++) {
        const struct node *n = node_at(o, body->unit, argument);
        sym_id param = o->program->units.at[body->unit]->params.at[body->function->first_param + i];
        if (argument.i == 0 || n->kind != NODE_REF || n->sym.i != param.i) {
            return false;
        }
        argument = n->next;
    }
    return argument.i == 0;
}

/* The position of one of the function's own parameters; its number of parameters: it is none. */
static uint32_t position_of(const struct objects *o, const struct program_function *body,
                            sym_id param)
{
    const struct unit *unit = o->program->units.at[body->unit];
    uint32_t i = 0;
    while (i < body->function->n_params &&
           unit->params.at[body->function->first_param + i].i != param.i) {
        i++;
    }
    return i;
}

static node_id forwarded_call(const struct objects *o, const struct program_function *body)
{
    bool plain = body->function != NULL && !body->method;
    node_id call = plain ? only_call(o, body) : (node_id){0};
    if (call.i == 0) {
        return call;
    }
    node_id callee = node_at(o, body->unit, call)->first;
    const struct node *n = node_at(o, body->unit, callee);
    bool table = n->kind == NODE_FIELD &&
                 program_symbol(o->program, body->unit, n->sym)->kind == SYMBOL_FIELD &&
                 position_of(o, body, param_below(o->program->units.at[body->unit], callee)) <
                     body->function->n_params &&
                 hands_on(o, body, n->next) && program_api(o->program, body->unit, n->sym).n > 0;
    return table ? call : (node_id){0};
}

void find_forwarders(struct objects *o)
{
    for (uint32_t f = 1; f < o->program->functions.n; f++) {
        o->forwards[f] = forwarded_call(o, &o->program->functions.at[f]);
    }
}

fn_id forwarder_called(const struct objects *o, uint32_t unit, node_id call)
{
    const struct node *n = node_at(o, unit, call);
    sym_id sym = function_named(o->program, unit, n->first);
    fn_id fn = o->program->function_of[unit][sym.i];
    bool forwards = sym.i != 0 && (n->flags & NODE_DYNAMIC) == 0 && o->forwards[fn.i].i != 0;
    return forwards ? fn : (fn_id){0};
}

set_id forwarded_callee(struct objects *o, uint32_t unit, node_id call, fn_id forwarder)
{
    const struct program_function *body = &o->program->functions.at[forwarder.i];
    node_id callee = node_at(o, body->unit, o->forwards[forwarder.i])->first;
    sym_id param = param_below(o->program->units.at[body->unit], callee);
    uint32_t position = position_of(o, body, param);
    const struct unit *facts = o->program->units.at[unit];
    set_id object = value_set(o, unit, program_argument(facts, call, position));
    struct stand_in stand_ins[2] = {{body->unit, param, object}};
    const struct stand_in *before = o->stand_ins;
    o->stand_ins = stand_ins;
    set_id set = value_set(o, body->unit, callee);
    o->stand_ins = before;
    return set;
}
