/*
 * followed.c - which globals' values does the walk follow?
 *
 * Those that an entry point, or a function that it calls directly, assigns: `exiting = lpvReserved
 * != NULL;` and a test of `exiting` in a helper is how much code tells the phases apart.  Only
 * scalars in C whose address is never taken.  For every function the search also says which of them
 * it, or what it calls, may read: all others are forgotten at its calls.
 */
#include <string.h>

#include "program/internal.h"

enum { MOST_FOLLOWED = 64, MOST_KEYS = 255 };

static bool can_be_followed(const struct program *program, uint32_t unit, sym_id sym)
{
    const struct symbol *symbol = program_symbol(program, unit, sym);
    uint32_t key = program->key_of[unit][sym.i];
    uint32_t never = SYMBOL_RECORD_VALUE | SYMBOL_DLLEXPORT | SYMBOL_DLLIMPORT | SYMBOL_THREAD;
    return symbol->kind == SYMBOL_GLOBAL && key != 0 && (symbol->flags & never) == 0 &&
           !program->addressed[key] && strstr(symbol->type, "volatile") == NULL;
}

/* Visits all nodes of a function's body. */
static void each_node(struct arena *scratch, struct program *program, uint32_t f,
                      void (*visit)(struct program *, uint32_t f, const struct node *))
{
    uint32_t u = program->functions.at[f].unit;
    const struct unit *unit = program->units.at[u];
    struct node_stack stack = {0};
    VEC_PUSH(scratch, &stack.nodes, program->functions.at[f].body);
    while (stack.nodes.n > 0) {
        node_id node = stack.nodes.at[--stack.nodes.n];
        visit(program, f, &unit->nodes.at[node.i]);
        program_push_children(scratch, unit, node, &stack);
    }
}

static void follow_assigned(struct program *program, uint32_t f, const struct node *n)
{
    uint32_t u = program->functions.at[f].unit;
    const struct node *target = program_node(program, u, n->first);
    if (n->kind != NODE_ASSIGN || target->kind != NODE_REF ||
        !can_be_followed(program, u, target->sym)) {
        return;
    }
    uint32_t key = program->key_of[u][target->sym.i];
    if (program->followed[key] == 0 && program->n_followed < MOST_FOLLOWED) {
        program->followed[key] = (uint8_t)++program->n_followed;
    }
}

/* Notes direct reads; a call through a value may read everything. */
static void note_reads(struct program *program, uint32_t f, const struct node *n)
{
    struct program_function *function = &program->functions.at[f];
    if (n->kind == NODE_REF) {
        uint8_t followed = program->followed[program->key_of[function->unit][n->sym.i]];
        if (followed != 0) {
            function->reads |= UINT64_C(1) << (followed - 1);
        }
    } else if (n->kind == NODE_CALL && n->first.i != 0) {
        const struct node *callee = program_node(program, function->unit, n->first);
        bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
        bool direct = names && program_symbol(program, function->unit, callee->sym)->kind <=
                                   SYMBOL_DESTRUCTOR;
        if (!direct || (n->flags & NODE_DYNAMIC) != 0) {
            function->reads = UINT64_MAX;
        }
    }
}

/* Adds the reads of the functions that the node names: called, or handed on. */
static void inherit_reads(struct program *program, uint32_t f, const struct node *n)
{
    struct program_function *function = &program->functions.at[f];
    if (n->sym.i != 0) {
        fn_id named = program->function_of[function->unit][n->sym.i];
        function->reads |= program->functions.at[named.i].reads;
    }
}

static void follow_entries(struct arena *scratch, struct program *program)
{
    for (uint32_t r = 0; r < program->roots.n; r++) {
        const struct program_root *root = &program->roots.at[r];
        if (!root->entry) {
            continue;
        }
        each_node(scratch, program, root->fn.i, follow_assigned);
        uint32_t u = program->functions.at[root->fn.i].unit;
        struct node_stack stack = {0};
        VEC_PUSH(scratch, &stack.nodes, program->functions.at[root->fn.i].body);
        while (stack.nodes.n > 0) {
            node_id node = stack.nodes.at[--stack.nodes.n];
            const struct node *n = program_node(program, u, node);
            fn_id callee = {0};
            if (n->kind == NODE_REF) {
                callee = program->function_of[u][n->sym.i];
            }
            if (callee.i != 0) {
                each_node(scratch, program, callee.i, follow_assigned);
            }
            program_push_children(scratch, program->units.at[u], node, &stack);
        }
    }
}

void program_find_followed(struct arena *arena, struct program *program)
{
    program->followed = ARENA_NEW_N(arena, uint8_t, program->key_names.n);
    struct arena *scratch = arena_create();
    follow_entries(scratch, program);
    for (uint32_t f = 1; f < program->functions.n && program->n_followed > 0; f++) {
        each_node(scratch, program, f, note_reads);
    }
    for (bool changed = program->n_followed > 0; changed;) {
        changed = false;
        for (uint32_t f = 1; f < program->functions.n; f++) {
            uint64_t before = program->functions.at[f].reads;
            each_node(scratch, program, f, inherit_reads);
            changed |= program->functions.at[f].reads != before;
        }
    }
    arena_destroy(scratch);
}
