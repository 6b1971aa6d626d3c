/*
 * throws.c - exceptions that leave what the loader called.
 *
 * Takes the edges of the contexts; gives the `throw`s to which an unguarded path leads: neither the
 * throw nor any call on the way stands in the block of a `try` of its function.  Whatever the
 * handlers are declared to catch, they are taken to catch it: we choose to miss some rather than to
 * report what is caught.  A __try with __except counts as a `try`, one with __finally does not.
 *
 * Does not know what library functions throw, nor a throw that a system header holds.
 */
#include "walk/engine.h"

/* True if what comes out of the first child of the node is caught by its other children. */
static bool is_guard(const struct unit *unit, const struct node *n)
{
    if (n->kind == NODE_TRY) {
        return n->first.i != 0;
    }
    node_id handler = n->first;
    if (n->kind == NODE_SEH_TRY && handler.i != 0) {
        handler = unit->nodes.at[handler.i].next;
    }
    return n->kind == NODE_SEH_TRY && handler.i != 0 &&
           unit->nodes.at[handler.i].kind == NODE_SEH_EXCEPT;
}

/* Marks a tree; below a marked node all is marked. */
static void mark_tree(struct arena *scratch, const struct unit *unit, node_id root, bool *marks)
{
    VEC(node_id) stack = {0};
    VEC_PUSH(scratch, &stack, root);
    while (stack.n > 0) {
        node_id node = stack.at[--stack.n];
        if (marks[node.i]) {
            continue;
        }
        marks[node.i] = true;
        for (node_id c = unit->nodes.at[node.i].first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
}

/* Returns what of the unit is guarded, NULL if nothing is. */
static bool *find_guards(struct engine *e, const struct unit *unit)
{
    bool *marks = NULL;
    struct arena *scratch = arena_create();
    for (uint32_t i = 1; i < unit->nodes.n; i++) {
        if (!is_guard(unit, &unit->nodes.at[i])) {
            continue;
        }
        if (marks == NULL) {
            marks = ARENA_NEW_N(e->arena, bool, unit->nodes.n);
        }
        mark_tree(scratch, unit, unit->nodes.at[i].first, marks);
    }
    arena_destroy(scratch);
    return marks;
}

void throws_note(struct engine *e, const struct frame *f, node_id node)
{
    const struct api *api = packs_construct(e->program->packs, "throw");
    bool library = engine_place(e, f->unit, f->facts->nodes.at[node.i].where).system;
    if (api == NULL || library) {
        return;
    }
    struct edge_api of = {.known = {api, 1, api->name}};
    struct edge edge = {.kind = EDGE_THROW, .node = node, .api = &of, .calls = api->name};
    context_add_edge(e, f->context, &edge);
    e->throws = true;
}

bool throws_escapes(const struct engine *e, uint32_t unit, const struct edge *edge)
{
    const bool *guards = e->guards[unit];
    return guards == NULL || !guards[edge->node.i];
}

void throws_search(struct engine *e, const struct search_start *start, struct reach *reach)
{
    if (!e->throws) {
        return;
    }
    if (e->guards == NULL) {
        e->guards = ARENA_NEW_N(e->arena, bool *, e->program->units.n);
        for (uint32_t u = 0; u < e->program->units.n; u++) {
            e->guards[u] = find_guards(e, e->program->units.at[u]);
        }
    }
    struct search_start escape = *start;
    struct handlers none = {0};
    escape.throws = true;
    paths_search(e, &escape, reach, &none);
}
