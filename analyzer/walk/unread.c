/*
 * unread.c - what hangs on a condition that the front end could not read.
 *
 * A condition that is read and whose value is not known is no reason for doubt: the author wrote
 * the test because both cases come.  Of one that could not be read (a header is missing, so the
 * type or the constants in it are not known) the walk takes both branches without having looked:
 * it may be `if (0)`, or a test of the reason.  What stands inside of its branches is a guess.
 * What stands behind it, as after `if (...) { return; }`, is not: mostly that is the way on.
 *
 * Takes the units' trees; gives for each node the outermost such `if` or `switch` around it.  Loops
 * do not count: their bodies are mostly run.
 */
#include "walk/engine.h"

/* Marks what stands behind the condition of a statement. */
static void mark_branches(struct arena *scratch, const struct unit *unit, node_id statement,
                          node_id *marks)
{
    VEC(node_id) stack = {0};
    node_id condition = unit->nodes.at[statement.i].first;
    for (node_id c = unit->nodes.at[condition.i].next; c.i != 0; c = unit->nodes.at[c.i].next) {
        VEC_PUSH(scratch, &stack, c);
    }
    while (stack.n > 0) {
        node_id node = stack.at[--stack.n];
        marks[node.i] = statement;
        for (node_id c = unit->nodes.at[node.i].first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
}

static bool is_unread(const struct unit *unit, const struct node *n)
{
    bool chooses = n->kind == NODE_IF || n->kind == NODE_SWITCH;
    return chooses && n->first.i != 0 && (unit->nodes.at[n->first.i].flags & NODE_BROKEN) != 0 &&
           unit->nodes.at[n->first.i].kind != NODE_CALL;
}

static node_id *find_unread(struct engine *e, const struct unit *unit)
{
    node_id *marks = ARENA_NEW_N(e->arena, node_id, unit->nodes.n);
    struct arena *scratch = arena_create();
    for (uint32_t i = unit->nodes.n - 1; i > 0; i--) { /* what stands outside is made later */
        if (marks[i].i == 0 && is_unread(unit, &unit->nodes.at[i])) {
            mark_branches(scratch, unit, (node_id){i}, marks);
        }
    }
    arena_destroy(scratch);
    return marks;
}

node_id unread_choice(struct engine *e, uint32_t unit, node_id node)
{
    if (e->unread == NULL) {
        e->unread = ARENA_NEW_N(e->arena, node_id *, e->program->units.n);
    }
    if (e->unread[unit] == NULL) {
        e->unread[unit] = find_unread(e, e->program->units.at[unit]);
    }
    return e->unread[unit][node.i];
}
