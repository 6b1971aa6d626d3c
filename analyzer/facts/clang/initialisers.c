/*
 * initialisers.c - braces: designated, positional and nested.
 *
 * libclang shows a designation as an unexposed expression of type void inside the braces: its
 * members and indices, then the value.  `.a.b[2] = x` becomes nested lists.
 */
#include "facts/clang/front.h"

static bool is_designated(CXCursor cursor)
{
    return clang_getCursorKind(cursor) == CXCursor_UnexposedExpr &&
           clang_getCursorType(cursor).kind == CXType_Void;
}

/* One step of a designation around the value. */
static node_id designator(struct front *front, CXCursor step, node_id value)
{
    bool field = clang_getCursorKind(step) == CXCursor_MemberRef;
    node_id node = node_with(front, field ? NODE_INIT_FIELD : NODE_INIT_INDEX, value);
    if (field) {
        sym_id sym = front_symbol(front, clang_getCursorReferenced(step));
        node_at(front, node)->sym = sym;
    } else {
        int64_t index = 0;
        literal_evaluate(step, &index);
        node_at(front, node)->value = index;
    }
    return node;
}

static node_id designation(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    uint32_t n = 0;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (clang_isExpression(kind) || kind == CXCursor_MemberRef) {
            front->stack.at[span.at + n++] = child;
        }
    }
    span.n = n;
    if (n < 2) {
        node_id only = node_opaque(front, span);
        front_pop(front, span);
        return only;
    }
    node_id node = front_expression(front, front_child(front, span, n - 1));
    for (uint32_t i = n - 1; i-- > 0;) {
        node = designator(front, front_child(front, span, i), node);
        node = i > 0 ? node_with(front, NODE_INIT_LIST, node) : node;
    }
    front_pop(front, span);
    return node;
}

node_id front_initialiser(struct front *front, CXCursor cursor)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    CXType element = clang_getArrayElementType(type);
    while (element.kind != CXType_Invalid) {
        type = clang_getCanonicalType(element);
        element = clang_getArrayElementType(type);
    }
    front_record(front, clang_getTypeDeclaration(type));
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    struct list list = {0};
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        list_add(front, &list,
                 is_designated(child) ? designation(front, child) : front_expression(front, child));
    }
    front_pop(front, span);
    node_id node = node_add(front, NODE_INIT_LIST);
    node_set_children(front, node, list);
    return node;
}
