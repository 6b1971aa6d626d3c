/*
 * heap.c - the module's own operator new and operator delete.
 *
 * A module that defines the global operators has them called by its new-expressions; the array
 * forms call the others unless they are defined, too.  What the library allocates for itself - the
 * elements of its containers - is not seen.
 */
#include "walk/call.h"

static const char *const operators[2][2] = {{"new", "new[]"}, {"delete", "delete[]"}};

void heap_begin(struct engine *e)
{
    for (int deletes = 0; deletes < 2; deletes++) {
        for (int array = 0; array < 2; array++) {
            const char *name = arena_printf(e->stack, "operator %s", operators[deletes][array]);
            fn_id found = program_function_named(e->program, 0, name);
            bool falls_back = found.i == 0 && array == 1;
            e->heap[deletes][array] = falls_back ? e->heap[deletes][0] : found;
        }
    }
}

bool heap_run(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    fn_id body = {0};
    if (n->value == NODE_HEAP_ONE || n->value == NODE_HEAP_ARRAY) {
        body = e->heap[n->kind == NODE_DELETE][n->value == NODE_HEAP_ARRAY];
    }
    if (body.i == 0) {
        return true;
    }
    struct context_input nothing = {0};
    struct edge edge = {.kind = EDGE_CALL, .node = node, .context = context_for(e, body, &nothing)};
    edge.calls = e->program->functions.at[body.i].name;
    context_add_edge(e, f->context, s, &edge);
    globals_forget(e, f, s, body);
    return call_need_context(e, f, edge.context);
}

void heap_note_delete(struct engine *e, const struct frame *f, const struct state *s, node_id node)
{
    const struct api *api = packs_construct(e->program->packs, "delete expression");
    if (api == NULL) {
        return;
    }
    struct edge_api of = {.known = {api, 1, "delete"}};
    struct edge edge = {.kind = EDGE_API, .node = node, .api = &of, .calls = "delete"};
    context_add_edge(e, f->context, s, &edge);
}
