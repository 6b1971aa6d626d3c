/*
 * written.c - which globals keep the value of their initialiser?
 *
 * A global counts as written if it is assigned, stepped, or has its address taken anywhere in the
 * module, if something refers to it that has no meaning for us, or if it is in C++.  There a name
 * can be an address wherever more than its value is used: a reference may be bound to it.
 */
#include <string.h>

#include "program/internal.h"

/* What trees are read with. */
struct reading {
    struct program *program;
    uint32_t unit;
    struct arena *scratch;
    struct node_stack stack;
    bool gives_reference; /* what the function at hand returns */
    bool **as_value;      /* [unit][node]: only the value is used there; C++ */
};

/* True if the type, or what a function of that type returns, is a reference. */
static bool is_reference(const char *type)
{
    size_t len = strcspn(type, "(");
    while (len > 0 && type[len - 1] == ' ') {
        len--;
    }
    return len > 0 && type[len - 1] == '&';
}

/* True if the node uses only the value of its child at this position, whatever that names. */
static bool takes_value(const struct reading *r, const struct unit *unit, const struct node *n,
                        uint32_t position)
{
    switch (n->kind) {
    case NODE_UNARY:
    case NODE_STEP:
    case NODE_BINARY:
    case NODE_AND:
    case NODE_OR:
    case NODE_BLOCK:
    case NODE_IF:
    case NODE_SWITCH:
    case NODE_WHILE:
    case NODE_DO:
        return true;
    case NODE_COND:
        return position == 0;
    case NODE_ASSIGN: /* an implicit one binds a member, perhaps a reference */
        return position == 0 || (n->flags & NODE_IMPLICIT) == 0;
    case NODE_DECLARE:
        return !is_reference(unit->symbols.at[n->sym.i].type);
    case NODE_RETURN:
        return !r->gives_reference;
    default:
        return false;
    }
}

/* True if `base->a` or `base[i]` lies behind a pointer, not in an object or array of that name. */
static bool is_behind(const struct unit *unit, const struct node *n)
{
    const struct node *base = &unit->nodes.at[n->first.i];
    bool named = base->kind == NODE_REF || base->kind == NODE_FIELD;
    bool deep = n->kind == NODE_INDEX || (n->flags & NODE_ARROW) != 0;
    return deep && named &&
           (unit->symbols.at[base->sym.i].flags & (SYMBOL_RECORD_VALUE | SYMBOL_POINTER)) ==
               SYMBOL_POINTER;
}

/* Marks the global at the bottom of `g`, `g.a`, `g[i]`. */
static void mark(struct reading *r, node_id place, bool addressed)
{
    const struct unit *unit = r->program->units.at[r->unit];
    const struct node *n = &unit->nodes.at[place.i];
    while ((n->kind == NODE_FIELD || n->kind == NODE_INDEX) && n->first.i != 0 &&
           !is_behind(unit, n)) {
        n = &unit->nodes.at[n->first.i];
    }
    if (n->kind == NODE_REF) {
        uint32_t key = r->program->key_of[r->unit][n->sym.i];
        r->program->written[key] = true;
        r->program->addressed[key] |= addressed;
        r->program->assigned[key] |= !addressed;
    }
}

/* Notes how the node uses what its children name. */
static void note_values(struct reading *r, node_id node)
{
    const struct unit *unit = r->program->units.at[r->unit];
    const struct node *n = &unit->nodes.at[node.i];
    uint32_t position = 0;
    for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
        const struct node *child = &unit->nodes.at[c.i];
        bool value = takes_value(r, unit, n, position++);
        r->as_value[r->unit][c.i] = value;
        if (!value && (child->kind == NODE_STEP || child->kind == NODE_ASSIGN)) {
            mark(r, child->first, true); /* what it leaves is the place itself */
        }
    }
}

static void read_node(struct reading *r, node_id node)
{
    const struct unit *unit = r->program->units.at[r->unit];
    const struct node *n = &unit->nodes.at[node.i];
    switch (n->kind) {
    case NODE_ASSIGN:
    case NODE_STEP:
    case NODE_ADDRESS:
        mark(r, n->first, n->kind == NODE_ADDRESS);
        break;
    case NODE_OPAQUE:
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            mark(r, c, true);
        }
        break;
    case NODE_REF:
        if (unit->cplusplus && r->as_value[r->unit][node.i]) {
            r->program->written[r->program->key_of[r->unit][n->sym.i]] = true;
        } else if (unit->cplusplus) {
            mark(r, node, true);
        }
        break;
    default:
        break;
    }
    if (unit->cplusplus) {
        note_values(r, node);
    }
    program_push_children(r->scratch, unit, node, &r->stack);
}

static void read_tree(struct reading *r, uint32_t unit, node_id root)
{
    r->unit = unit;
    VEC_PUSH(r->scratch, &r->stack.nodes, root);
    while (r->stack.nodes.n > 0) {
        node_id node = program_pop(r->program->units.at[unit], &r->stack);
        read_node(r, node);
    }
}

void program_find_written(struct arena *arena, struct program *program)
{
    program->assigned = ARENA_NEW_N(arena, bool, program->key_names.n);
    program->addressed = ARENA_NEW_N(arena, bool, program->key_names.n);
    program->written = ARENA_NEW_N(arena, bool, program->key_names.n);
    struct reading r = {.program = program, .scratch = arena_create()};
    r.as_value = ARENA_NEW_N(r.scratch, bool *, program->units.n);
    for (uint32_t u = 0; u < program->units.n; u++) {
        bool cplusplus = program->units.at[u]->cplusplus;
        r.as_value[u] =
            cplusplus ? ARENA_NEW_N(r.scratch, bool, program->units.at[u]->nodes.n) : NULL;
    }
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        r.gives_reference =
            is_reference(program_symbol(program, function->unit, function->sym)->type);
        read_tree(&r, program->functions.at[f].unit, program->functions.at[f].body);
    }
    for (uint32_t u = 0; u < program->units.n; u++) {
        for (uint32_t g = 0; g < program->units.at[u]->globals.n; g++) {
            read_tree(&r, u, program->units.at[u]->globals.at[g].init);
        }
    }
    arena_destroy(r.scratch);
}
