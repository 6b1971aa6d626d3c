/*
 * calls.c - calls: direct, of methods and operators, through values, of constructors; and what
 * clang's error recovery left of a call that it could not resolve.
 *
 * A call of an operator that is a method gets the shape of a method call.  Default arguments are
 * taken from the declaration, so that calls inside of them are seen at every use.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

static void remember(struct front *front, CXCursor cursor)
{
    if (front->body && front->body->partial) {
        VEC_PUSH(front->scratch, &front->body->known,
                 front_spot(front, clang_getCursorLocation(cursor)).offset);
    }
}

/* The name in a callee, below conversions and parentheses. */
static void remember_callee(struct front *front, CXCursor callee)
{
    if (!front->body || !front->body->partial) {
        return;
    }
    remember(front, callee);
    for (int guard = 0; guard < 64; guard++) {
        struct span span = front_children(front, callee);
        front_drop_non_expressions(front, &span);
        CXCursor child = front_child(front, span, 0);
        uint32_t n = span.n;
        front_pop(front, span);
        if (n != 1) {
            return;
        }
        callee = child;
        remember(front, callee);
    }
}

static bool is_nowhere(CXCursor cursor)
{
    CXFile file = NULL;
    clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, NULL, NULL, NULL);
    return file == NULL;
}

/* The expression of the i-th parameter's default argument. */
static node_id default_argument(struct front *front, CXCursor function, unsigned i)
{
    CXCursor param = clang_Cursor_getArgument(function, i);
    if (clang_Cursor_isNull(param)) {
        node_id unknown = node_add(front, NODE_OPAQUE);
        node_at(front, unknown)->flags |= NODE_IMPLICIT;
        return unknown;
    }
    struct span span = front_children(front, param);
    front_drop_non_expressions(front, &span);
    node_id node = {0};
    if (span.n > 0) {
        node = front_expression(front, front_child(front, span, span.n - 1));
        node_at(front, node)->flags |= NODE_IMPLICIT;
    } else {
        node = node_add(front, NODE_OPAQUE);
        node_at(front, node)->flags |= NODE_IMPLICIT;
    }
    front_pop(front, span);
    return node;
}

/* True for an object of the library that is written where a function can stand, such as `{}` or
 * `std::less<>()`: it calls nothing of the project's. */
static bool is_library_object(struct front *front, node_id node, CXType type)
{
    uint8_t kind = node_at(front, node)->kind;
    bool made = kind == NODE_OPAQUE || kind == NODE_INIT_LIST || kind == NODE_CONSTRUCT;
    CXType plain = front_without_reference(type);
    return made && plain.kind == CXType_Record && front_in_std(clang_getTypeDeclaration(plain)) &&
           clang_Type_getNumTemplateArguments(plain) <= 0 && node_at(front, node)->first.i == 0;
}

void front_arguments(struct front *front, struct list *list, CXCursor call, unsigned first)
{
    int n = clang_Cursor_getNumArguments(call);
    CXCursor function = clang_getCursorReferenced(call);
    bool library =
        front->unit->cplusplus && !clang_Cursor_isNull(function) && front_in_std(function);
    bool object = library && clang_getCursorKind(function) == CXCursor_CXXMethod &&
                  clang_Cursor_getNumArguments(function) + 1 == n; /* an operator's first one */
    for (int i = (int)first; i < n; i++) {
        CXCursor argument = clang_Cursor_getArgument(call, (unsigned)i);
        if (is_nowhere(argument) && clang_getCursorKind(argument) == CXCursor_UnexposedExpr) {
            unsigned at = (unsigned)i - (object && i > 0 ? 1 : 0);
            list_add(front, list, default_argument(front, function, at));
        } else if (library) {
            node_id node = front_callable(front, argument);
            bool left_out = (node_at(front, node)->kind == NODE_OPAQUE && is_nowhere(argument)) ||
                            is_library_object(front, node, clang_getCursorType(argument));
            node_at(front, node)->flags |= left_out ? NODE_IMPLICIT : 0;
            list_add(front, list, node);
        } else {
            list_add(front, list, front_expression(front, argument));
        }
    }
}

/* Adds to a call of the library the object that it makes. */
static void add_made(struct front *front, CXCursor call, CXCursor function, node_id node)
{
    node_id made = front_made_by_library(front, call, function);
    struct list list = {.first = node_at(front, node)->first};
    for (list.last = list.first; list.last.i != 0 && node_at(front, list.last)->next.i != 0;) {
        list.last = node_at(front, list.last)->next;
    }
    if (made.i != 0) {
        list_add(front, &list, made);
        node_set_children(front, node, list);
    }
}

/* Notes that an object is made, unless it is only the base of the one at hand. */
static void note_object(struct front *front, CXType type)
{
    const char *usr = front->base_made ? front_class_usr(front, type) : NULL;
    if (usr && strcmp(usr, front->base_made) == 0) {
        front->base_made = NULL;
    } else {
        front_created(front, type);
    }
}

static node_id construct(struct front *front, CXCursor cursor, CXCursor constructor)
{
    note_object(front, clang_getCursorType(cursor));
    bool implicit = clang_CXXMethod_isDefaulted(constructor) != 0;
    bool copies = clang_CXXConstructor_isCopyConstructor(constructor) ||
                  clang_CXXConstructor_isMoveConstructor(constructor);
    struct list list = {0};
    if (copies && clang_Cursor_getNumArguments(cursor) == 1 &&
        front_is_prvalue(front, clang_Cursor_getArgument(cursor, 0))) { /* nothing is copied */
        return front_object_expression(front, clang_Cursor_getArgument(cursor, 0));
    }
    front_arguments(front, &list, cursor, 0);
    bool one = list.first.i && list.first.i == list.last.i;
    sym_id copy = {0};
    if (implicit && copies && one) {
        bool moves = clang_CXXConstructor_isMoveConstructor(constructor) != 0;
        copy = front_copy_constructor(front, clang_getCursorType(cursor), moves);
        if (copy.i == 0) {
            return list.first;
        }
    }
    remember(front, cursor);
    sym_id sym = copy.i     ? copy
                 : implicit ? front_default_constructor(front, clang_getCursorType(cursor))
                            : front_symbol(front, constructor);
    node_id node = node_add(front, sym.i ? NODE_CONSTRUCT : NODE_OPAQUE);
    node_at(front, node)->sym = sym;
    node_set_children(front, node, list);
    node_place(front, node, cursor);
    add_made(front, cursor, constructor, node);
    return node;
}

/* A call of an operator written as one: its first argument comes before the callee, or it has the
 * object as an argument. */
static bool is_operator_call(CXCursor call, CXCursor function, CXCursor first)
{
    if (clang_getCursorKind(function) == CXCursor_CXXMethod &&
        !clang_CXXMethod_isStatic(function) && !clang_Cursor_isVariadic(function)) {
        int n = clang_Cursor_getNumArguments(function);
        return n >= 0 && clang_Cursor_getNumArguments(call) == n + 1;
    }
    return clang_Cursor_getNumArguments(call) > 0 &&
           clang_equalCursors(first, clang_Cursor_getArgument(call, 0));
}

static node_id operator_call(struct front *front, CXCursor cursor, CXCursor function)
{
    enum CXCursorKind kind = clang_getCursorKind(function);
    bool is_method = (kind == CXCursor_CXXMethod || kind == CXCursor_ConversionFunction) &&
                     !clang_CXXMethod_isStatic(function);
    struct list list = {0};
    sym_id sym = front_symbol(front, function);
    if (is_method) {
        node_id object = front_expression(front, clang_Cursor_getArgument(cursor, 0));
        node_id callee = node_with(front, NODE_FIELD, object);
        node_at(front, callee)->sym = sym;
        list_add(front, &list, callee);
        front_arguments(front, &list, cursor, 1);
    } else {
        list_add(front, &list, node_ref(front, sym));
        front_arguments(front, &list, cursor, 0);
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    return node;
}

/* A function's address as callee is the function: so arguments of templates are called. */
static node_id without_address(struct front *front, node_id callee)
{
    node_id inner = callee;
    while (inner.i && (node_at(front, inner)->kind == NODE_ADDRESS ||
                       node_at(front, inner)->kind == NODE_DEREF)) {
        inner = node_at(front, inner)->first;
    }
    if (inner.i == 0 || node_at(front, inner)->kind != NODE_REF) {
        return callee;
    }
    const struct symbol *symbol = front_symbol_at(front, node_at(front, inner)->sym);
    return symbol->kind == SYMBOL_FUNCTION || symbol->kind == SYMBOL_METHOD ? inner : callee;
}

static node_id plain_call(struct front *front, CXCursor cursor, struct span span)
{
    struct list list = {0};
    CXCursor callee = front_child(front, span, 0);
    remember_callee(front, callee);
    list_add(front, &list, without_address(front, front_expression(front, callee)));
    int n = clang_Cursor_getNumArguments(cursor);
    if (n >= 0 && (uint32_t)n + 1 >= span.n) {
        front_arguments(front, &list, cursor, 0);
    } else {
        for (uint32_t i = 1; i < span.n; i++) {
            list_add(front, &list, front_expression(front, front_child(front, span, i)));
        }
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    return node;
}

/* The class that the object of a method call has before it is converted to the method's; NULL if
 * none is written. */
static const char *class_of_object(struct front *front, CXCursor call)
{
    const char *found = NULL;
    struct span callee = front_children(front, call);
    CXCursor at = front_child(front, callee, 0);
    front_pop(front, callee);
    for (int guard = 0; guard < 32; guard++) {
        struct span span = front_children(front, at);
        front_drop_non_expressions(front, &span);
        CXCursor child = front_child(front, span, 0);
        uint32_t n = span.n;
        front_pop(front, span);
        bool passes = guard == 0 || clang_getCursorKind(at) == CXCursor_UnexposedExpr ||
                      clang_getCursorKind(at) == CXCursor_ParenExpr;
        if (n != 1 || !passes) {
            break;
        }
        at = child;
        CXType type = clang_getCanonicalType(clang_getCursorType(at));
        CXType pointee = clang_getPointeeType(type);
        const char *usr = front_class_usr(front, pointee.kind == CXType_Invalid ? type : pointee);
        found = usr ? usr : found;
    }
    return found;
}

node_id front_call(struct front *front, CXCursor cursor)
{
    CXCursor function = clang_getCursorReferenced(cursor);
    enum CXCursorKind kind = clang_getCursorKind(function);
    node_id node = {0};
    front_created_by(front, function);
    if (front_function_object(front, cursor, function, &node)) {
        remember(front, cursor);
        return front_task_done(front, cursor, function, node);
    }
    if (kind == CXCursor_Constructor) {
        return construct(front, cursor, function);
    }
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    if (span.n == 0) {
        node = node_add(front, NODE_OPAQUE);
    } else if (!clang_Cursor_isNull(function) &&
               is_operator_call(cursor, function, front_child(front, span, 0))) {
        node = operator_call(front, cursor, function);
    } else {
        node = plain_call(front, cursor, span);
    }
    front_pop(front, span);
    remember(front, cursor);
    node_place(front, node, cursor);
    add_made(front, cursor, function, node);
    if ((kind == CXCursor_CXXMethod || kind == CXCursor_Destructor) &&
        clang_CXXMethod_isVirtual(function) && clang_Cursor_isDynamicCall(cursor)) {
        node_at(front, node)->flags |= NODE_DYNAMIC;
        const char *usr = class_of_object(front, cursor);
        node_at(front, node_at(front, node)->first)->text = usr;
    }
    return front->unit->cplusplus ? front_empty_owner(front, cursor, function, node) : node;
}

/* Finds the unresolved name in a reference. */
static bool find_overloaded(struct front *front, CXCursor cursor, CXCursor *found)
{
    struct span span = front_children(front, cursor);
    bool any = false;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_OverloadedDeclRef) {
            *found = child;
            any = true;
        }
    }
    front_pop(front, span);
    return any;
}

static node_id unresolved_reference(struct front *front, CXCursor cursor)
{
    CXCursor name;
    if (!find_overloaded(front, cursor, &name)) {
        return node_add(front, NODE_OPAQUE);
    }
    sym_id sym = {0};
    if (clang_getNumOverloadedDecls(name) > 0) {
        sym = front_symbol(front, clang_getOverloadedDecl(name, 0));
    }
    if (sym.i == 0) {
        const char *spelling = front_string(front->scratch, clang_getCursorSpelling(name));
        where_id where = front_where(front, clang_getCursorLocation(name));
        sym = *spelling ? front_undeclared(front, spelling, where) : sym;
    }
    return node_ref(front, sym);
}

/* True if an opening parenthesis follows the expression. */
static bool is_called(struct front *front, CXCursor callee)
{
    const char *text = front_text(front, clang_getRangeEnd(clang_getCursorExtent(callee)), true);
    while (text && isspace((unsigned char)*text)) {
        text++;
    }
    return text && *text == '(';
}

node_id front_lost_call(struct front *front, CXCursor cursor)
{
    if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr) {
        return unresolved_reference(front, cursor);
    }
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    CXCursor callee = front_child(front, span, 0);
    enum CXCursorKind kind = clang_getCursorKind(callee);
    bool is_name = kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr;
    node_id node = {0};
    if (is_name && is_called(front, callee)) {
        remember_callee(front, callee);
        node = node_opaque(front, span);
        node_at(front, node)->kind = NODE_CALL;
        node_place(front, node, cursor);
    } else if (span.n == 1 &&
               clang_equalRanges(clang_getCursorExtent(cursor), clang_getCursorExtent(callee))) {
        node = front_expression(front, callee);
    } else {
        node = node_opaque(front, span);
        node_place(front, node, cursor);
    }
    front_pop(front, span);
    return node;
}
