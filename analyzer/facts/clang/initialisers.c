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
    node_id node = front_object_expression(front, front_child(front, span, n - 1));
    for (uint32_t i = n - 1; i-- > 0;) {
        node = designator(front, front_child(front, span, i), node);
        node = i > 0 ? node_with(front, NODE_INIT_LIST, node) : node;
    }
    front_pop(front, span);
    return node;
}

/* The fields of the record that braces initialise, in order. */
struct field_list {
    struct front *front;
    VEC(CXCursor) fields;
    uint32_t next; /* the one that the next positional value is for */
    bool lost;     /* inner braces were left out: positions are no longer known */
};

static enum CXVisitorResult add_field(CXCursor cursor, CXClientData data)
{
    struct field_list *list = data;
    bool padding = clang_Cursor_isBitField(cursor) != 0 && clang_Cursor_isAnonymous(cursor) != 0;
    if (!padding) {
        VEC_PUSH(list->front->arena, &list->fields, cursor);
    }
    return CXVisit_Continue;
}

static bool is_aggregate(CXType type)
{
    type = clang_getCanonicalType(type);
    return type.kind == CXType_Record || type.kind == CXType_ConstantArray ||
           type.kind == CXType_IncompleteArray;
}

/* True if the value stands for the whole field: a scalar, inner braces, a text, or an object. */
static bool fills_field(CXCursor field, CXCursor value)
{
    CXType type = clang_getCursorType(field);
    enum CXCursorKind kind = clang_getCursorKind(value);
    if (!is_aggregate(type) || front_is_function_object(type) || kind == CXCursor_InitListExpr ||
        kind == CXCursor_StringLiteral) {
        return true;
    }
    return clang_equalTypes(clang_getCanonicalType(type),
                            clang_getCanonicalType(clang_getCursorType(value))) != 0;
}

/* Wraps a positional value into its field. */
static node_id positional(struct field_list *list, CXCursor value, node_id node)
{
    if (list->lost || list->next >= list->fields.n) {
        return node;
    }
    CXCursor field = list->fields.at[list->next++];
    if (!fills_field(field, value)) {
        list->lost = true;
        return node;
    }
    node_id wrapped = node_with(list->front, NODE_INIT_FIELD, node);
    sym_id sym = front_symbol(list->front, field);
    node_at(list->front, wrapped)->sym = sym;
    return wrapped;
}

/* Goes on behind the field that a designation names. */
static void skip_to(struct field_list *list, CXCursor designated)
{
    struct span span = front_children(list->front, designated);
    CXCursor named = clang_getNullCursor();
    for (uint32_t i = 0; i < span.n && clang_Cursor_isNull(named) != 0; i++) {
        CXCursor child = front_child(list->front, span, i);
        if (clang_getCursorKind(child) == CXCursor_MemberRef) {
            named = clang_getCursorReferenced(child);
        }
    }
    front_pop(list->front, span);
    for (uint32_t i = 0; i < list->fields.n; i++) {
        if (clang_equalCursors(list->fields.at[i], named) != 0) {
            list->next = i + 1;
        }
    }
}

node_id front_initialiser(struct front *front, CXCursor cursor)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    struct field_list fields = {.front = front};
    node_id held = front->unit->cplusplus ? front_held_list(front, cursor) : (node_id){0};
    if (held.i) {
        return held;
    }
    if (type.kind == CXType_Record) {
        (void)clang_Type_visitFields(type, add_field, &fields);
    }
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
        node_id node = {0};
        if (is_designated(child)) {
            node = designation(front, child);
            skip_to(&fields, child);
        } else {
            node = positional(&fields, child, front_object_expression(front, child));
        }
        list_add(front, &list, node);
    }
    front_pop(front, span);
    node_id node = node_add(front, NODE_INIT_LIST);
    node_set_children(front, node, list);
    return node;
}
