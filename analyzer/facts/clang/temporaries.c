/*
 * temporaries.c - objects without a name: where they are made, and where they are destroyed.
 *
 * Takes an expression that makes an object (a construction, a call that returns one) where nothing
 * takes that object in: its value becomes `(declare hidden ...), hidden`, and its destructor runs
 * at the end of the full expression, or of the operand of `&&`, `||` and `?:` it stands in.  A
 * reference that is bound to it makes a local of it.  What initialises a variable, a field, an
 * element, a result or an exception is no temporary; what initialises a parameter lives as one.
 *
 * Of the standard library's objects only the call of the destructor is noted; its owners, which
 * mostly have been moved from, are left out.
 */
#include "facts/clang/front.h"

node_id front_object_expression(struct front *front, CXCursor cursor)
{
    front->into_object = true;
    node_id node = front_expression(front, cursor);
    front->into_object = false;
    return node;
}

/* True if the expression makes an object, and does not name one. */
static bool makes_object(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_InitListExpr || kind == CXCursor_CXXParenListInitExpr) {
        return true;
    }
    CXCursor function = clang_getCursorReferenced(cursor);
    if (kind != CXCursor_CallExpr || clang_Cursor_isNull(function)) {
        return false;
    }
    if (clang_getCursorKind(function) == CXCursor_Constructor) {
        return true;
    }
    return clang_getCanonicalType(clang_getCursorResultType(function)).kind == CXType_Record;
}

bool front_is_prvalue(struct front *front, CXCursor cursor)
{
    for (int guard = 0; guard < 64; guard++) {
        enum CXCursorKind kind = clang_getCursorKind(cursor);
        if (kind != CXCursor_UnexposedExpr && kind != CXCursor_ParenExpr &&
            kind != CXCursor_CXXFunctionalCastExpr) {
            return makes_object(cursor);
        }
        struct span span = front_children(front, cursor);
        front_drop_non_expressions(front, &span);
        bool only = span.n == 1;
        CXCursor child = front_child(front, span, 0);
        front_pop(front, span);
        if (!only) {
            return false;
        }
        cursor = child;
    }
    return false;
}

/* A local without a name. */
static sym_id hidden(struct front *front, CXCursor at, bool record)
{
    CXType type = clang_getCursorType(at);
    struct symbol symbol = {.kind = SYMBOL_LOCAL,
                            .usr = "",
                            .name = "a temporary object",
                            .flags = record ? (uint32_t)SYMBOL_RECORD_VALUE : 0U,
                            .type = front_type_text(front, type),
                            .where = front_where(front, clang_getCursorLocation(at))};
    symbol.flags |=
        clang_getCanonicalType(type).kind == CXType_Pointer ? (uint32_t)SYMBOL_POINTER : 0U;
    return front_add_symbol(front, &symbol);
}

/* `(declare sym value), ..., sym` */
static node_id declared(struct front *front, sym_id sym, node_id value, struct list after)
{
    node_id declare = node_with(front, NODE_DECLARE, value);
    node_at(front, declare)->sym = sym;
    node_at(front, declare)->flags |= NODE_IMPLICIT;
    struct list parts = {0};
    list_add(front, &parts, declare);
    for (node_id c = after.first; c.i != 0;) {
        node_id next = node_at(front, c)->next;
        list_add(front, &parts, c);
        c = next;
    }
    list_add(front, &parts, node_ref(front, sym));
    node_id node = node_add(front, NODE_COMMA);
    node_set_children(front, node, parts);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    return node;
}

node_id front_temporary(struct front *front, CXCursor cursor, node_id value)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    if (!front->unit->cplusplus || !front->body || type.kind != CXType_Record ||
        !makes_object(cursor) || front_is_function_object(type)) {
        return value;
    }
    sym_id destructor = front_destructor(front, type);
    CXCursor record = front_definition(clang_getTypeDeclaration(type));
    if (destructor.i == 0 || front_owns(front, type, record)) {
        return value;
    }
    struct local_object object = {.destructor = destructor,
                                  .where = front_where(front, clang_getCursorLocation(cursor))};
    node_id node = value;
    if (!front_in_std(record)) {
        object.sym = hidden(front, cursor, true);
        node = declared(front, object.sym, value, (struct list){0});
    }
    VEC_PUSH(front->scratch, &front->temporaries, object);
    return node;
}

node_id front_destroy_object(struct front *front, struct local_object object)
{
    node_id node = node_with(front, NODE_DESTROY, node_ref(front, object.sym));
    node_at(front, node)->sym = object.destructor;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_at(front, node)->where = object.where;
    return node;
}

void front_end_temporaries(struct front *front, struct list *list, uint32_t mark)
{
    while (front->temporaries.n > mark) {
        struct local_object object = front->temporaries.at[--front->temporaries.n];
        list_add(front, list, front_destroy_object(front, object));
    }
}

node_id front_close_expression(struct front *front, CXCursor cursor, node_id value, uint32_t mark)
{
    if (front->temporaries.n == mark) {
        return value;
    }
    struct list after = {0};
    front_end_temporaries(front, &after, mark);
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    if (type.kind != CXType_Void && front->body) {
        return declared(front, hidden(front, cursor, type.kind == CXType_Record), value, after);
    }
    struct list parts = {0};
    list_add(front, &parts, value);
    list_add(front, &parts, after.first);
    node_id node = node_add(front, NODE_COMMA);
    node_set_children(front, node, parts);
    return node;
}

node_id front_full_expression(struct front *front, CXCursor cursor, bool object)
{
    uint32_t mark = front->temporaries.n;
    node_id node =
        object ? front_object_expression(front, cursor) : front_expression(front, cursor);
    return front_close_expression(front, cursor, node, mark);
}

/* The hidden local that a value is, or is a member of; 0: none. */
static sym_id hidden_in(struct front *front, node_id value)
{
    while (value.i != 0) {
        const struct node *n = node_at(front, value);
        if (n->kind == NODE_FIELD && (n->flags & NODE_ARROW) == 0) {
            value = n->first;
            continue;
        }
        if (n->kind != NODE_COMMA || (n->flags & NODE_IMPLICIT) == 0) {
            break;
        }
        return node_at(front, n->first)->sym;
    }
    return (sym_id){0};
}

void front_extend_temporary(struct front *front, node_id value, uint32_t mark)
{
    sym_id sym = hidden_in(front, value);
    for (uint32_t i = mark; i < front->temporaries.n && sym.i != 0; i++) {
        if (front->temporaries.at[i].sym.i != sym.i) {
            continue;
        }
        VEC_PUSH(front->scratch, &front->objects, front->temporaries.at[i]);
        for (uint32_t j = i + 1; j < front->temporaries.n; j++) {
            front->temporaries.at[j - 1] = front->temporaries.at[j];
        }
        front->temporaries.n--;
        return;
    }
}

node_id front_decomposition(struct front *front, CXCursor decl)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    bool reference = type.kind == CXType_LValueReference || type.kind == CXType_RValueReference;
    uint32_t mark = front->temporaries.n;
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    node_id value = front_variable_value(front, initialiser, !reference);
    if (reference) {
        front_extend_temporary(front, value, mark);
    }
    struct list parts = {0};
    list_add(front, &parts, value);
    front_end_temporaries(front, &parts, mark);
    struct local_object object = {.where = front_where(front, clang_getCursorLocation(decl))};
    object.sym = hidden(front, decl, type.kind == CXType_Record);
    node_id node = node_add(front, NODE_DECLARE);
    node_set_children(front, node, parts);
    node_at(front, node)->sym = object.sym;
    node_place(front, node, decl);
    CXCursor record = front_definition(clang_getTypeDeclaration(type));
    object.destructor = reference ? (sym_id){0} : front_destructor(front, type);
    if (object.destructor.i != 0 && front->body && !front_owns(front, type, record)) {
        VEC_PUSH(front->scratch, &front->objects, object);
    }
    return node;
}
