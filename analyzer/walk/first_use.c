/*
 * first_use.c - what is done once, when something is used for the first time.
 *
 * `if (!ready) { set_up(); ready = true; }`: a detach that leads there may be the first to do so,
 * but hardly ever is, as what nobody has used needs no clean-up.  So at detach what stands there is
 * possible, and a note.  Only flags count: globals, or fields of globals, that a number is stored
 * to.  A handle that is fetched where it is missing may be missing because it could not be fetched.
 *
 * Takes the units' trees; gives for each node whether it stands behind such a test.
 */
#include "walk/engine.h"

/* A global, or a field in it. */
struct flag {
    sym_id global, field; /* global 0: it is none; field 0: the whole */
};

/* What a unit's trees are read with. */
struct reading {
    const struct unit *unit;
    struct arena *scratch;
    bool *marks;
};

static const struct node *node_at(const struct reading *r, node_id node)
{
    return &r->unit->nodes.at[node.i];
}

/* The flag that an expression names, or whose method it calls. */
static struct flag flag_of(const struct reading *r, node_id node)
{
    struct flag flag = {0};
    const struct node *n = node_at(r, node);
    if (n->kind == NODE_CALL && node_at(r, n->first)->kind == NODE_FIELD) {
        n = node_at(r, node_at(r, n->first)->first);
    }
    while (n->kind == NODE_FIELD && (n->flags & NODE_ARROW) == 0 && n->first.i != 0) {
        flag.field = flag.field.i == 0 ? n->sym : flag.field;
        n = node_at(r, n->first);
    }
    if (n->kind == NODE_REF && r->unit->symbols.at[n->sym.i].kind == SYMBOL_GLOBAL) {
        flag.global = n->sym;
    }
    return flag;
}

static bool is_zero(const struct node *n)
{
    return n->kind == NODE_INT && n->value == 0;
}

/* The flag that a condition finds to be 0 where it holds, or where it does not. */
static struct flag flag_asked(const struct reading *r, node_id condition, bool holds)
{
    const struct node *n = node_at(r, condition);
    node_id second = node_at(r, n->first)->next;
    if (n->kind == NODE_UNARY && n->op == NODE_OP_NOT) {
        return flag_asked(r, n->first, !holds);
    }
    if (n->kind == NODE_BINARY && n->op == (holds ? NODE_OP_EQ : NODE_OP_NE) &&
        is_zero(node_at(r, second))) {
        return flag_of(r, n->first);
    }
    if (n->kind == NODE_AND && holds) {
        struct flag first = flag_asked(r, n->first, true);
        return first.global.i != 0 ? first : flag_asked(r, second, true);
    }
    return holds ? (struct flag){0} : flag_of(r, condition);
}

/* True if the node stores a number to the flag that is not 0. */
static bool sets(const struct reading *r, const struct node *n, struct flag flag)
{
    node_id place = n->first;
    if (n->kind == NODE_CALL && node_at(r, n->first)->kind == NODE_FIELD) {
        place = node_at(r, n->first)->first;
    } else if (n->kind != NODE_ASSIGN || n->op != NODE_OP_NONE) {
        return false;
    }
    const struct node *value = node_at(r, node_at(r, n->first)->next);
    struct flag stored = flag_of(r, place);
    return value->kind == NODE_INT && value->value != 0 && stored.global.i == flag.global.i &&
           stored.field.i == flag.field.i;
}

/* Marks the statement, with those behind it if they are meant, if they set the flag. */
static void mark(struct reading *r, node_id statement, bool behind, struct flag flag)
{
    VEC(node_id) nodes = {0};
    bool found = false;
    for (node_id c = statement; c.i != 0; c = node_at(r, c)->next) {
        VEC_PUSH(r->scratch, &nodes, c);
        if (!behind) {
            break;
        }
    }
    for (uint32_t i = 0; i < nodes.n; i++) {
        const struct node *n = node_at(r, nodes.at[i]);
        found |= sets(r, n, flag);
        for (node_id c = n->first; c.i != 0; c = node_at(r, c)->next) {
            VEC_PUSH(r->scratch, &nodes, c);
        }
    }
    for (uint32_t i = 0; i < nodes.n && found; i++) {
        r->marks[nodes.at[i].i] = true;
    }
}

/* `if (ready) return;` */
static bool returns(const struct reading *r, node_id statement)
{
    const struct node *n = node_at(r, statement);
    while (n->kind == NODE_BLOCK && n->first.i != 0) {
        n = node_at(r, n->first);
    }
    return n->kind == NODE_RETURN;
}

static bool *find_first_uses(struct engine *e, const struct unit *unit)
{
    struct reading r = {
        .unit = unit,
        .scratch = arena_create(),
        .marks = ARENA_NEW_N(e->arena, bool, unit->nodes.n),
    };
    for (uint32_t i = 1; i < unit->nodes.n; i++) {
        const struct node *n = &unit->nodes.at[i];
        if (n->kind != NODE_IF || n->first.i == 0) {
            continue;
        }
        node_id then = node_at(&r, n->first)->next;
        struct flag unset = flag_asked(&r, n->first, true);
        struct flag set = flag_asked(&r, n->first, false);
        if (unset.global.i != 0) {
            mark(&r, then, false, unset);
        } else if (set.global.i != 0 && returns(&r, then)) {
            mark(&r, n->next, true, set);
        }
    }
    arena_destroy(r.scratch);
    return r.marks;
}

bool first_use(struct engine *e, uint32_t unit, node_id node)
{
    if (e->first_uses == NULL) {
        e->first_uses = ARENA_NEW_N(e->arena, bool *, e->program->units.n);
    }
    if (e->first_uses[unit] == NULL) {
        e->first_uses[unit] = find_first_uses(e, e->program->units.at[unit]);
    }
    return e->first_uses[unit][node.i];
}
