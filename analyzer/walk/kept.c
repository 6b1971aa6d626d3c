/*
 * kept.c - does an entry point keep what lpvReserved says?
 *
 * Takes the contexts that are reached from the entry point.  From its third parameter on, all
 * variables are marked that something was put into in which a marked one occurs, and the parameters
 * that it is handed to.  It is kept if it is put into what is no variable of the function, if a
 * method without a body is called with it (an atomic's), or a function that gets an address, too
 * (InterlockedExchange).  A condition is not followed: `if (reserved) exiting = true;` shows in
 * what is reached.
 */
#include "walk/kept.h"

enum { RESERVED = 2 }; /* position of the parameter */

/* A marked variable or parameter. */
struct mark {
    uint32_t unit;
    sym_id sym;
};

/* The search. */
struct marking {
    const struct engine *engine;
    struct arena *scratch;
    const bool *reached;
    VEC(struct mark) marks;
    VEC(uint32_t) todo; /* contexts whose marks have changed */
};

/* A function that is being read. */
struct reading {
    struct marking *m;
    const struct context *context;
    uint32_t unit;
    const struct unit *facts;
    bool changed; /* a local was marked */
};

static const struct node *node_at(const struct reading *r, node_id node)
{
    return &r->facts->nodes.at[node.i];
}

static bool is_marked(const struct marking *m, uint32_t unit, sym_id sym)
{
    for (uint32_t i = 0; i < m->marks.n; i++) {
        if (m->marks.at[i].unit == unit && m->marks.at[i].sym.i == sym.i) {
            return true;
        }
    }
    return false;
}

/* Marks a symbol; returns true if it was not marked. */
static bool mark(struct marking *m, uint32_t unit, sym_id sym)
{
    if (is_marked(m, unit, sym)) {
        return false;
    }
    VEC_PUSH(m->scratch, &m->marks, ((struct mark){unit, sym}));
    return true;
}

/* True if a marked symbol occurs in the tree. */
static bool mentions(const struct reading *r, node_id root)
{
    VEC(node_id) stack = {0};
    if (root.i != 0) {
        VEC_PUSH(r->m->scratch, &stack, root);
    }
    while (stack.n > 0) {
        const struct node *n = node_at(r, stack.at[--stack.n]);
        if (n->kind == NODE_REF && is_marked(r->m, r->unit, n->sym)) {
            return true;
        }
        for (node_id c = n->first; c.i != 0; c = node_at(r, c)->next) {
            VEC_PUSH(r->m->scratch, &stack, c);
        }
    }
    return false;
}

static bool is_own_variable(const struct reading *r, const struct node *n)
{
    if (n->kind != NODE_REF) {
        return false;
    }
    enum symbol_kind kind = r->facts->symbols.at[n->sym.i].kind;
    return kind == SYMBOL_LOCAL || kind == SYMBOL_PARAM;
}

/* True if something marked is put into what is no variable of the function; marks those. */
static bool keeps_assigned(struct reading *r, const struct node *n)
{
    const struct node *target = node_at(r, n->first);
    if (n->first.i == 0 || !mentions(r, target->next)) {
        return false;
    }
    if (!is_own_variable(r, target)) {
        return true;
    }
    r->changed |= mark(r->m, r->unit, target->sym);
    return false;
}

/* True if a call that leads to no body may keep what it is handed. */
static bool keeps_called(const struct reading *r, const struct node *n)
{
    const struct node *called = node_at(r, n->first);
    bool keeps = called->kind == NODE_FIELD;
    bool handed = false;
    for (node_id c = called->next; n->first.i != 0 && c.i != 0; c = node_at(r, c)->next) {
        keeps |= node_at(r, c)->kind == NODE_ADDRESS;
        handed |= mentions(r, c);
    }
    return keeps && handed;
}

/* Marks the parameters that a call hands it to. */
static void mark_callee(struct reading *r, const struct node *call, uint32_t context)
{
    struct marking *m = r->m;
    const struct context *callee = &m->engine->contexts.at[context];
    const struct program_function *body = &m->engine->program->functions.at[callee->fn.i];
    if (body->function == NULL || call->first.i == 0) {
        return;
    }
    const struct node *called = node_at(r, call->first);
    bool method = called->kind == NODE_FIELD;
    const struct unit *facts = m->engine->program->units.at[body->unit];
    node_id argument = call->kind == NODE_CALL ? called->next : call->first;
    uint32_t first = method || call->kind != NODE_CALL ? 1 : 0; /* that of `this` */
    bool changed = false;
    for (uint32_t i = first; i < body->function->n_params && argument.i != 0; i++) {
        if (mentions(r, argument)) {
            changed |= mark(m, body->unit, facts->params.at[body->function->first_param + i]);
        }
        argument = node_at(r, argument)->next;
    }
    if (changed) {
        VEC_PUSH(m->scratch, &m->todo, context);
    }
}

/* Returns the position of the first edge at a node, or behind it: they are in the nodes' order. */
static uint32_t first_edge(const struct context *context, node_id node)
{
    uint32_t low = 0;
    uint32_t high = context->edges.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (context->edges.at[middle].node.i < node.i) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* Follows the calls at a node; returns true if there is one with a body. */
static bool follow_calls(struct reading *r, node_id node)
{
    bool any = false;
    const struct context *c = r->context;
    for (uint32_t i = first_edge(c, node); i < c->edges.n && c->edges.at[i].node.i == node.i; i++) {
        const struct edge *edge = &c->edges.at[i];
        if (edge->kind == EDGE_CALL && !edge->system) {
            mark_callee(r, node_at(r, node), edge->context);
            any = true;
        }
    }
    return any;
}

/* Reads one node; returns true if it keeps what is marked. */
static bool keeps(struct reading *r, node_id node)
{
    const struct node *n = node_at(r, node);
    switch (n->kind) {
    case NODE_ASSIGN:
        return keeps_assigned(r, n);
    case NODE_DECLARE:
        r->changed |= mentions(r, n->first) && mark(r->m, r->unit, n->sym);
        return false;
    case NODE_CALL:
    case NODE_CONSTRUCT:
        return !follow_calls(r, node) && n->kind == NODE_CALL && keeps_called(r, n);
    default:
        return false;
    }
}

static bool keeps_in(struct marking *m, uint32_t context)
{
    const struct program *program = m->engine->program;
    const struct context *c = &m->engine->contexts.at[context];
    const struct program_function *function = &program->functions.at[c->fn.i];
    struct reading r = {
        .m = m, .context = c, .unit = function->unit, .facts = program->units.at[function->unit]};
    do {
        r.changed = false;
        VEC(node_id) stack = {0};
        VEC_PUSH(m->scratch, &stack, function->body);
        while (stack.n > 0) {
            node_id node = stack.at[--stack.n];
            if (keeps(&r, node)) {
                return true;
            }
            for (node_id n = node_at(&r, node)->first; n.i != 0; n = node_at(&r, n)->next) {
                VEC_PUSH(m->scratch, &stack, n);
            }
        }
    } while (r.changed);
    return false;
}

bool kept_reserved(const struct engine *engine, uint32_t root, const bool *reached)
{
    const struct context *c = &engine->contexts.at[root];
    const struct program_function *entry = &engine->program->functions.at[c->fn.i];
    if (entry->function == NULL || entry->function->n_params <= RESERVED) {
        return false;
    }
    struct marking m = {.engine = engine, .scratch = arena_create(), .reached = reached};
    const struct unit *facts = engine->program->units.at[entry->unit];
    (void)mark(&m, entry->unit, facts->params.at[entry->function->first_param + RESERVED]);
    VEC_PUSH(m.scratch, &m.todo, root);
    bool kept = false;
    for (uint32_t i = 0; i < m.todo.n && !kept; i++) {
        kept = reached[m.todo.at[i]] && keeps_in(&m, m.todo.at[i]);
    }
    arena_destroy(m.scratch);
    return kept;
}
