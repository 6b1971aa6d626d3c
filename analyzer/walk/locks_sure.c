/*
 * locks_sure.c - does a call that needs the loader lock come at all?
 *
 * Values are not followed here, so a condition on arguments makes a chain only possible.  One thing
 * is certain without values: a parameter that nothing changes, a condition that it must meet on the
 * way to the call, and a number in its place at the caller's.  Numbers that are handed on through
 * several functions are not seen.
 */
#include "walk/locks.h"

static const struct node *node_at(const struct locks *l, uint32_t unit, node_id node)
{
    return program_node(l->program, unit, node);
}

/* ---- conditions ---- */

/* Position of the condition among the children of a node that runs the later ones only if it holds;
 * UINT32_MAX: there is none. */
static uint32_t condition_of(const struct node *parent)
{
    switch (parent->kind) {
    case NODE_IF:
    case NODE_COND:
    case NODE_AND:
    case NODE_OR:
    case NODE_SWITCH:
    case NODE_WHILE:
    case NODE_RANGE_FOR:
        return 0;
    case NODE_FOR:
        return 1;
    default:
        return UINT32_MAX;
    }
}

/* True if an expression reads parameters or locals: what they hold comes from the caller. */
static bool reads_locals(const struct locks *l, uint32_t unit, node_id root)
{
    struct arena *scratch = arena_create();
    VEC(node_id) stack = {0};
    bool found = false;
    VEC_PUSH(scratch, &stack, root);
    while (stack.n > 0 && !found) {
        const struct node *n = node_at(l, unit, stack.at[--stack.n]);
        if (n->kind == NODE_REF && n->sym.i != 0) {
            enum symbol_kind kind = program_symbol(l->program, unit, n->sym)->kind;
            found = kind == SYMBOL_PARAM || kind == SYMBOL_LOCAL;
        }
        for (node_id c = n->first; c.i != 0; c = node_at(l, unit, c)->next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    arena_destroy(scratch);
    return found;
}

/* A node on the way to the one that is looked for. */
struct visit {
    node_id node;
    bool conditional;
};

/* True if no argument of the function can decide whether it comes by the node. */
static bool always_runs(const struct locks *l, fn_id fn, node_id wanted)
{
    const struct program_function *function = &l->program->functions.at[fn.i];
    struct arena *scratch = arena_create();
    VEC(struct visit) stack = {0};
    bool conditional = false; /* something before it may leave the function */
    VEC_PUSH(scratch, &stack, ((struct visit){function->body, false}));
    while (stack.n > 0) {
        struct visit visit = stack.at[--stack.n];
        const struct node *n = node_at(l, function->unit, visit.node);
        if (visit.node.i == wanted.i) {
            conditional |= visit.conditional;
            break;
        }
        uint32_t from = stack.n;
        uint32_t position = 0;
        uint32_t condition = condition_of(n);
        bool inside = visit.conditional || n->kind == NODE_CATCH || n->kind == NODE_SEH_EXCEPT;
        for (node_id c = n->first; c.i != 0; c = node_at(l, function->unit, c)->next) {
            VEC_PUSH(scratch, &stack, ((struct visit){c, inside}));
            inside |= position++ == condition && reads_locals(l, function->unit, c);
        }
        for (uint32_t to = stack.n; from + 1 < to; from++) {
            struct visit swapped = stack.at[--to];
            stack.at[to] = stack.at[from];
            stack.at[from] = swapped;
        }
        bool leaves = n->kind == NODE_RETURN || n->kind == NODE_GOTO || n->kind == NODE_THROW;
        conditional |= leaves && visit.conditional;
    }
    arena_destroy(scratch);
    return !conditional;
}

const char *locks_doubt_of_call(struct locks *l, fn_id fn, node_id node, uint8_t *known)
{
    const struct program_function *function = &l->program->functions.at[fn.i];
    enum { SURE = 1, UNSURE };
    if (*known == 0) {
        *known = function->decisive == 0 || always_runs(l, fn, node) ? SURE : UNSURE;
    }
    return *known == SURE ? NULL
                          : arena_printf(l->engine->arena,
                                         "the arguments of '%s' may decide that it does not need "
                                         "the loader lock",
                                         function->name);
}

/* ---- numbers that keep a call away ---- */

/* A body that is searched for a node. */
struct hunt {
    const struct locks *l;
    const struct program_function *function;
    struct lock_demand *demand;
    uint64_t changed; /* parameters that are not what the caller gave */
};

static uint64_t param_bit(const struct hunt *h, const struct node *n)
{
    const struct unit *unit = h->l->program->units.at[h->function->unit];
    const struct function *function = h->function->function;
    for (uint32_t i = 0; n->kind == NODE_REF && i < function->n_params && i < 64; i++) {
        if (unit->params.at[function->first_param + i].i == n->sym.i) {
            return UINT64_C(1) << i;
        }
    }
    return 0;
}

/* Notes what a condition that holds, or does not, says of parameters. */
static void add_condition(struct hunt *h, node_id condition, bool holds)
{
    struct arena *scratch = arena_create();
    VEC(struct visit) stack = {0};
    VEC_PUSH(scratch, &stack, ((struct visit){condition, holds}));
    while (stack.n > 0) {
        struct visit visit = stack.at[--stack.n];
        const struct node *n = node_at(h->l, h->function->unit, visit.node);
        const struct node *first = node_at(h->l, h->function->unit, n->first);
        const struct node *second = node_at(h->l, h->function->unit, first->next);
        bool compares = n->kind == NODE_BINARY && second->kind == NODE_INT && second->value == 0;
        if (n->kind == NODE_REF) {
            uint64_t *bits = visit.conditional ? &h->demand->nonzero : &h->demand->zero;
            *bits |= param_bit(h, n);
        } else if (n->kind == NODE_UNARY && n->op == NODE_OP_NOT) {
            VEC_PUSH(scratch, &stack, ((struct visit){n->first, !visit.conditional}));
        } else if (n->kind == (visit.conditional ? NODE_AND : NODE_OR)) {
            VEC_PUSH(scratch, &stack, ((struct visit){n->first, visit.conditional}));
            VEC_PUSH(scratch, &stack, ((struct visit){first->next, visit.conditional}));
        } else if (compares && (n->op == NODE_OP_NE || n->op == NODE_OP_EQ)) {
            bool same = n->op == NODE_OP_NE;
            VEC_PUSH(scratch, &stack, ((struct visit){n->first, visit.conditional == same}));
        }
    }
    arena_destroy(scratch);
}

/* True if a statement does nothing but leave the function, or ends with it. */
static bool returns(const struct hunt *h, node_id statement)
{
    const struct node *n = node_at(h->l, h->function->unit, statement);
    while (n->kind == NODE_BLOCK && n->first.i != 0) {
        node_id last = n->first;
        for (node_id c = n->first; c.i != 0; c = node_at(h->l, h->function->unit, c)->next) {
            last = c;
        }
        n = node_at(h->l, h->function->unit, last);
    }
    return n->kind == NODE_RETURN || n->kind == NODE_THROW;
}

/* Notes what the statements before one of a block say: those behind the last `case`. */
static void add_before(struct hunt *h, const struct node *block, node_id child)
{
    uint32_t unit = h->function->unit;
    node_id from = block->first;
    for (node_id c = from; c.i != 0; c = node_at(h->l, unit, c)->next) {
        enum node_kind kind = node_at(h->l, unit, c)->kind;
        from = kind == NODE_CASE || kind == NODE_DEFAULT ? c : from;
        if (c.i == child.i) {
            break;
        }
    }
    for (node_id c = from; c.i != child.i; c = node_at(h->l, unit, c)->next) {
        const struct node *s = node_at(h->l, unit, c);
        node_id then = node_at(h->l, unit, s->first)->next;
        if (s->kind == NODE_IF && node_at(h->l, unit, then)->next.i == 0 && returns(h, then)) {
            add_condition(h, s->first, false);
        }
    }
}

/* Notes what is known of parameters where the child of a node runs. */
static void add_ancestor(struct hunt *h, const struct node *n, node_id child)
{
    uint32_t unit = h->function->unit;
    bool first = n->first.i == child.i;
    if (n->kind == NODE_BLOCK) {
        add_before(h, n, child);
    } else if ((n->kind == NODE_IF || n->kind == NODE_COND) && !first) {
        add_condition(h, n->first, node_at(h->l, unit, n->first)->next.i == child.i);
    } else if ((n->kind == NODE_AND || n->kind == NODE_OR) && !first) {
        add_condition(h, n->first, n->kind == NODE_AND);
    } else if (n->kind == NODE_WHILE && !first) {
        add_condition(h, n->first, true);
    }
}

/* A node on the way down. */
struct descent {
    node_id node;
    node_id child; /* of it, that is being read */
};

static void note_change(struct hunt *h, const struct node *n)
{
    if (n->kind == NODE_ASSIGN || n->kind == NODE_STEP || n->kind == NODE_ADDRESS) {
        h->changed |= param_bit(h, node_at(h->l, h->function->unit, n->first));
    } else if (n->kind == NODE_LABEL) {
        h->changed = UINT64_MAX; /* conditions before it can be gone around */
    }
}

/* Finds the node and what must be true of parameters to come there. */
static void hunt(struct hunt *h, node_id wanted)
{
    uint32_t unit = h->function->unit;
    struct arena *scratch = arena_create();
    VEC(struct descent) way = {0};
    VEC_PUSH(scratch, &way, ((struct descent){h->function->body, {0}}));
    bool found = false;
    while (way.n > 0) {
        struct descent *level = &way.at[way.n - 1];
        const struct node *n = node_at(h->l, unit, level->node);
        if (level->child.i == 0) {
            note_change(h, n);
            for (uint32_t i = 0; level->node.i == wanted.i && !found && i + 1 < way.n; i++) {
                add_ancestor(h, node_at(h->l, unit, way.at[i].node), way.at[i].child);
            }
            found |= level->node.i == wanted.i;
        }
        level->child = level->child.i == 0 ? n->first : node_at(h->l, unit, level->child)->next;
        if (level->child.i == 0) {
            way.n--;
        } else {
            VEC_PUSH(scratch, &way, ((struct descent){level->child, {0}}));
        }
    }
    arena_destroy(scratch);
    h->demand->nonzero &= ~h->changed;
    h->demand->zero &= ~h->changed;
}

bool locks_contradicts(struct locks *l, const struct lock_edge *edge, node_id node)
{
    const struct program_function *callee = &l->program->functions.at[edge->callee];
    if (edge->callback || callee->decisive == 0 || callee->function == NULL) {
        return false;
    }
    uint32_t unit = l->program->functions.at[edge->caller].unit;
    struct lock_call call = {{edge->caller}, edge->node};
    for (uint32_t p = 0; p < callee->function->n_params && p < 64; p++) {
        node_id argument = locks_argument(l, call, (fn_id){edge->callee}, p);
        const struct node *n = node_at(l, unit, argument);
        if (argument.i == 0 || n->kind != NODE_INT) {
            continue;
        }
        struct lock_demand *demand = &l->graph.demands[edge->callee];
        if (demand->node.i != node.i) {
            *demand = (struct lock_demand){.node = node};
            hunt(&(struct hunt){l, callee, demand, 0}, node);
        }
        if (((n->value == 0 ? demand->nonzero : demand->zero) >> p & 1U) != 0) {
            return true;
        }
    }
    return false;
}
