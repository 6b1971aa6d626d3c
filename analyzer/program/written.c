/*
 * written.c - which globals keep the value of their initialiser?
 *
 * A global counts as written if it is assigned, stepped, or has its address taken anywhere in the
 * module, if something refers to it that has no meaning for us, or if it is in C++, where a
 * reference can be an address.
 */
#include "program/internal.h"

/* What trees are read with. */
struct reading {
    struct program *program;
    uint32_t unit;
    struct arena *scratch;
    struct node_stack stack;
};

/* Marks the global at the bottom of `g`, `g.a`, `g[i]`. */
static void mark(struct reading *r, node_id place, bool addressed)
{
    const struct unit *unit = r->program->units.at[r->unit];
    const struct node *n = &unit->nodes.at[place.i];
    while ((n->kind == NODE_FIELD || n->kind == NODE_INDEX) && n->first.i != 0) {
        n = &unit->nodes.at[n->first.i];
    }
    if (n->kind == NODE_REF) {
        uint32_t key = r->program->key_of[r->unit][n->sym.i];
        r->program->written[key] = true;
        r->program->addressed[key] |= addressed;
        r->program->assigned[key] |= !addressed;
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
        if (unit->cplusplus) {
            mark(r, node, true);
        }
        break;
    default:
        break;
    }
    program_push_children(r->scratch, unit, node, &r->stack);
}

static void read_tree(struct reading *r, uint32_t unit, node_id root)
{
    r->unit = unit;
    VEC_PUSH(r->scratch, &r->stack.nodes, root);
    while (r->stack.nodes.n > 0) {
        node_id node = r->stack.nodes.at[--r->stack.nodes.n];
        read_node(r, node);
    }
}

void program_find_written(struct arena *arena, struct program *program)
{
    program->assigned = ARENA_NEW_N(arena, bool, program->key_names.n);
    program->addressed = ARENA_NEW_N(arena, bool, program->key_names.n);
    program->written = ARENA_NEW_N(arena, bool, program->key_names.n);
    struct reading r = {.program = program, .scratch = arena_create()};
    for (uint32_t f = 1; f < program->functions.n; f++) {
        read_tree(&r, program->functions.at[f].unit, program->functions.at[f].body);
    }
    for (uint32_t u = 0; u < program->units.n; u++) {
        for (uint32_t g = 0; g < program->units.at[u]->globals.n; g++) {
            read_tree(&r, u, program->units.at[u]->globals.at[g].init);
        }
    }
    arena_destroy(r.scratch);
}
