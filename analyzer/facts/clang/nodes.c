/* nodes.c - making nodes and lists of them.  Knows of clang only where a node stands. */
#include "facts/clang/front.h"

node_id node_add(struct front *front, enum node_kind kind)
{
    struct node node = {.kind = (uint8_t)kind};
    VEC_PUSH(front->arena, &front->unit->nodes, node);
    return (node_id){front->unit->nodes.n - 1};
}

struct node *node_at(struct front *front, node_id id)
{
    return &front->unit->nodes.at[id.i];
}

void list_add(struct front *front, struct list *list, node_id node)
{
    if (node.i == 0) {
        return;
    }
    if (list->last.i == 0) {
        list->first = node;
    } else {
        node_at(front, list->last)->next = node;
    }
    list->last = node;
}

void node_set_children(struct front *front, node_id node, struct list list)
{
    node_at(front, node)->first = list.first;
}

node_id node_with(struct front *front, enum node_kind kind, node_id child)
{
    node_id node = node_add(front, kind);
    node_at(front, node)->first = child;
    return node;
}

node_id node_int(struct front *front, int64_t value, uint16_t flags)
{
    node_id node = node_add(front, NODE_INT);
    node_at(front, node)->value = value;
    node_at(front, node)->flags = flags;
    return node;
}

node_id node_ref(struct front *front, sym_id sym)
{
    node_id node = node_add(front, sym.i ? NODE_REF : NODE_OPAQUE);
    node_at(front, node)->sym = sym;
    return node;
}

node_id node_opaque(struct front *front, struct span children)
{
    struct list list = {0};
    for (uint32_t i = 0; i < children.n; i++) {
        list_add(front, &list, front_expression(front, front_child(front, children, i)));
    }
    node_id node = node_add(front, NODE_OPAQUE);
    node_set_children(front, node, list);
    return node;
}

node_id node_skipped(struct front *front, CXCursor at, const char *what)
{
    node_id node = node_add(front, NODE_SKIPPED);
    where_id where = front_where(front, clang_getCursorLocation(at));
    node_at(front, node)->text = what;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_at(front, node)->where = where;
    return node;
}

void node_place(struct front *front, node_id node, CXCursor cursor)
{
    if (node.i == 0) {
        return;
    }
    CXSourceLocation location = clang_getCursorLocation(cursor);
    where_id where = front_where(front, location);
    node_at(front, node)->where = where;
    if (!front->body || !front->body->partial) {
        return;
    }
    struct node_spot spot = {
        .node = node.i,
        .offset = front_spot(front, clang_getRangeStart(clang_getCursorExtent(cursor))).offset};
    VEC_PUSH(front->scratch, &front->body->spots, spot);
    if (front_in_macro(location)) {
        VEC_PUSH(front->scratch, &front->body->known, spot.offset);
    }
    uint8_t kind = node_at(front, node)->kind;
    if (kind == NODE_ASSIGN || kind == NODE_STEP) {
        VEC_PUSH(front->scratch, &front->body->assigned, spot.offset);
    }
    bool leaf = kind == NODE_CALL || kind == NODE_OPAQUE || kind == NODE_CONSTRUCT ||
                kind == NODE_DECLARE || kind == NODE_RETURN;
    if (leaf && front_has_error(front, clang_getCursorExtent(cursor))) {
        node_at(front, node)->flags |= NODE_BROKEN;
    }
}
