/*
 * lasting.c - does what a call frees outlive the entry point?
 *
 * Takes an expression and the calls that led to it; says which global it is reached from.  A buffer
 * that a function allocates and frees again is work of the moment; what a global holds, an element
 * of its list, a field of its objects, is clean-up.  A parameter is what the caller passed, a local
 * what is assigned to it anywhere in the function.  What is not understood counts as work of the
 * moment: better to miss some than to blame a temporary.
 */
#include "walk/lasting.h"

enum { MOST_STEPS = 64 };

/* A question that is being answered. */
struct asking {
    const struct engine *engine;
    struct arena *scratch;
    VEC(sym_id) asked; /* locals of the present function */
    uint32_t left;     /* steps that are still allowed */
};

static const char *lasting(struct asking *a, const struct lasting_call *at, node_id node);

static const struct unit *unit_of(const struct asking *a, const struct lasting_call *at)
{
    return a->engine->program->units.at[at->unit];
}

/* The node of what a caller passed as the parameter, 0 if that is not known. */
static node_id argument_of(const struct asking *a, const struct lasting_call *caller, fn_id callee,
                           uint32_t position)
{
    const struct unit *facts = unit_of(a, caller);
    const struct node *call = &facts->nodes.at[caller->call.i];
    if (call->kind == NODE_DESTROY || call->kind == NODE_DELETE) {
        return position == 0 ? call->first : (node_id){0};
    }
    if (call->kind != NODE_CALL || call->first.i == 0) {
        return (node_id){0};
    }
    const struct node *called = &facts->nodes.at[call->first.i];
    bool method =
        called->kind == NODE_FIELD && facts->symbols.at[called->sym.i].kind <= SYMBOL_DESTRUCTOR;
    bool function =
        called->kind == NODE_REF && facts->symbols.at[called->sym.i].kind <= SYMBOL_DESTRUCTOR;
    if (function && program_body(a->engine->program, caller->unit, called->sym).i != callee.i) {
        return (node_id){0}; /* a callback: somebody else calls it */
    }
    if (method && position == 0) {
        return called->first;
    }
    node_id argument = called->next;
    for (uint32_t i = method ? 1 : 0; i < position && argument.i != 0; i++) {
        argument = facts->nodes.at[argument.i].next;
    }
    return argument;
}

static const char *of_param(struct asking *a, const struct lasting_call *at, sym_id sym)
{
    const struct program_function *function = &a->engine->program->functions.at[at->fn.i];
    const struct unit *facts = unit_of(a, at);
    if (at->caller == NULL || function->function == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; i < function->function->n_params; i++) {
        if (facts->params.at[function->function->first_param + i].i == sym.i) {
            node_id argument = argument_of(a, at->caller, at->fn, i);
            a->asked.n = 0;
            return argument.i == 0 ? NULL : lasting(a, at->caller, argument);
        }
    }
    return NULL;
}

static bool was_asked(struct asking *a, sym_id sym)
{
    for (uint32_t i = 0; i < a->asked.n; i++) {
        if (a->asked.at[i].i == sym.i) {
            return true;
        }
    }
    VEC_PUSH(a->scratch, &a->asked, sym);
    return false;
}

/* What a statement puts into the local, 0 if it is another statement. */
static node_id put_into(const struct unit *facts, const struct node *n, sym_id sym)
{
    if (n->kind == NODE_DECLARE && n->sym.i == sym.i) {
        return n->first;
    }
    if (n->kind == NODE_ASSIGN && n->op == NODE_OP_NONE && n->first.i != 0) {
        const struct node *target = &facts->nodes.at[n->first.i];
        return target->kind == NODE_REF && target->sym.i == sym.i ? target->next : (node_id){0};
    }
    return (node_id){0};
}

/* What is assigned to a local anywhere in its function. */
static const char *of_local(struct asking *a, const struct lasting_call *at, sym_id sym)
{
    const struct unit *facts = unit_of(a, at);
    if (was_asked(a, sym)) {
        return NULL;
    }
    VEC(node_id) stack = {0};
    VEC_PUSH(a->scratch, &stack, a->engine->program->functions.at[at->fn.i].body);
    while (stack.n > 0) {
        const struct node *n = &facts->nodes.at[stack.at[--stack.n].i];
        node_id value = put_into(facts, n, sym);
        const char *name = value.i == 0 ? NULL : lasting(a, at, value);
        if (name != NULL) {
            return name;
        }
        for (node_id c = n->first; c.i != 0; c = facts->nodes.at[c.i].next) {
            VEC_PUSH(a->scratch, &stack, c);
        }
    }
    return NULL;
}

static const char *of_symbol(struct asking *a, const struct lasting_call *at, sym_id sym)
{
    const struct symbol *symbol = &unit_of(a, at)->symbols.at[sym.i];
    switch (symbol->kind) {
    case SYMBOL_GLOBAL:
        return (symbol->flags & SYMBOL_CONST) == 0 ? symbol->name : NULL;
    case SYMBOL_PARAM: {
        const char *name = of_local(a, at, sym);
        return name != NULL ? name : of_param(a, at, sym);
    }
    case SYMBOL_LOCAL:
        return of_local(a, at, sym);
    default:
        return NULL;
    }
}

/* The first child that lasts. */
static const char *of_children(struct asking *a, const struct lasting_call *at, node_id first)
{
    const char *name = NULL;
    for (node_id c = first; c.i != 0 && name == NULL; c = unit_of(a, at)->nodes.at[c.i].next) {
        name = lasting(a, at, c);
    }
    return name;
}

/* A call that is handed the address of something that lasts gives a part of it: the head of a list,
 * the old value of a pointer. */
static const char *of_call(struct asking *a, const struct lasting_call *at, const struct node *call)
{
    const struct unit *facts = unit_of(a, at);
    const char *name = NULL;
    node_id c = call->first.i == 0 ? call->first : facts->nodes.at[call->first.i].next;
    for (; c.i != 0 && name == NULL; c = facts->nodes.at[c.i].next) {
        if (facts->nodes.at[c.i].kind == NODE_ADDRESS) {
            name = lasting(a, at, c);
        }
    }
    return name;
}

static const char *lasting(struct asking *a, const struct lasting_call *at, node_id node)
{
    const struct node *n = &unit_of(a, at)->nodes.at[node.i];
    if (node.i == 0 || a->left == 0) {
        return NULL;
    }
    a->left--;
    switch (n->kind) {
    case NODE_REF:
        return of_symbol(a, at, n->sym);
    case NODE_FIELD:
    case NODE_INDEX:
    case NODE_ADDRESS:
    case NODE_DEREF:
    case NODE_STEP:
        return lasting(a, at, n->first);
    case NODE_BINARY:
    case NODE_COND:
    case NODE_COMMA:
    case NODE_STATEMENT_EXPR:
    case NODE_OPAQUE:
        return of_children(a, at, n->first);
    case NODE_ASSIGN:
        return lasting(a, at, unit_of(a, at)->nodes.at[n->first.i].next);
    case NODE_CALL:
        return of_call(a, at, n);
    default:
        return NULL;
    }
}

const char *lasting_name(const struct engine *engine, const struct lasting_call *at, node_id node)
{
    struct asking asking = {.engine = engine, .scratch = arena_create(), .left = MOST_STEPS};
    const char *name = lasting(&asking, at, node);
    arena_destroy(asking.scratch);
    return name;
}
