/*
 * callables.c - objects that are called like functions, and what the standard library makes of
 * functions.
 *
 * An object of a class of the project with operator(), a closure or not, that is handed to the
 * library is the function operator(): NODE_LAMBDA, flagged as implicit, with the object as its
 * child.  With several of them, overloaded or inherited, it is one of these.  std::bind() and
 * std::bind_front() make a function of their own, whose body is the call that they bind; constants,
 * functions and variables among the bound arguments stay what they are, all others are not known
 * in it.  std::ref(), std::mem_fn() and std::move() are what they are given.
 */
#include "facts/clang/front.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { MOST_BASES = 8, MOST_PLACEHOLDERS = 9 };

static bool is_named(CXCursor decl, const char *wanted)
{
    return front_has_name(decl, &wanted, 1);
}

/* ---- operator() ---- */

/* Appends the functions that a class's operator() may be: its own, else those of its bases. */
static void add_operators(struct front *front, CXCursor record, uint32_t depth,
                          struct cursors *found)
{
    uint32_t before = found->n;
    struct span span = front_children(front, record);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_CXXMethod && is_named(child, "operator()")) {
            VEC_PUSH(front->scratch, found, child);
        }
    }
    front_pop(front, span);
    if (found->n > before || depth == 0) {
        return;
    }
    struct bases bases = front_bases(front, clang_getCursorType(record));
    for (uint32_t i = 0; i < bases.n && i < MOST_BASES; i++) {
        CXType type = clang_getCanonicalType(bases.at[i].type);
        CXCursor base = front_definition(clang_getTypeDeclaration(type));
        if (type.kind == CXType_Record && !front_in_std(base)) {
            add_operators(front, base, depth - 1, found);
        }
    }
}

static bool is_function_type(CXType type)
{
    return type.kind == CXType_FunctionProto || type.kind == CXType_FunctionNoProto;
}

bool front_is_function_pointer(CXType type)
{
    CXType canonical = front_without_reference(type);
    return is_function_type(canonical) || canonical.kind == CXType_MemberPointer ||
           (canonical.kind == CXType_Pointer &&
            is_function_type(clang_getCanonicalType(clang_getPointeeType(canonical))));
}

bool front_is_closure(CXCursor record)
{
    CXString spelling = clang_getTypeSpelling(clang_getCursorType(record));
    const char *text = clang_getCString(spelling);
    size_t len = text == NULL ? 0 : strlen(text); /* a template's argument may be one, too */
    bool closure = len > 0 && text[len - 1] == ')' && strstr(text, "(lambda at ") != NULL;
    clang_disposeString(spelling);
    return closure;
}

bool front_is_callable(CXType type)
{
    CXType canonical = front_without_reference(type);
    if (front_is_function_pointer(canonical) || front_is_function_object(canonical)) {
        return true;
    }
    CXCursor record = front_definition(clang_getTypeDeclaration(canonical));
    if (canonical.kind != CXType_Record || front_in_std(record)) {
        return false;
    }
    return front_is_closure(record);
}

/* The object as one of its functions. */
static node_id as_operator(struct front *front, node_id object, CXCursor function)
{
    sym_id sym = front_symbol(front, function);
    node_id node = node_with(front, NODE_LAMBDA, object);
    node_at(front, node)->sym = sym;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    return node;
}

node_id front_either(struct front *front, node_id first, node_id second)
{
    if (first.i == 0 || second.i == 0) {
        return first.i == 0 ? second : first;
    }
    struct list list = {0};
    list_add(front, &list, node_add(front, NODE_OPAQUE));
    list_add(front, &list, first);
    list_add(front, &list, second);
    node_id node = node_add(front, NODE_COND);
    node_set_children(front, node, list);
    return node;
}

node_id front_as_callable(struct front *front, node_id value, CXType type)
{
    CXType canonical = front_without_reference(type);
    uint8_t kind = node_at(front, value)->kind;
    if (canonical.kind != CXType_Record || kind == NODE_LAMBDA) {
        return value;
    }
    CXCursor record = front_definition(clang_getTypeDeclaration(canonical));
    struct cursors found = {0};
    if (!front_in_std(record)) {
        add_operators(front, record, 2, &found);
    }
    node_id node = {0};
    for (uint32_t i = found.n; i-- > 0;) {
        node_id object = i == 0 ? value : node_add(front, NODE_OPAQUE);
        node = front_either(front, as_operator(front, object, found.at[i]), node);
    }
    return node.i == 0 ? value : node;
}

node_id front_callable(struct front *front, CXCursor expression)
{
    node_id value = front_expression(front, expression);
    return front_as_callable(front, value, clang_getCursorType(expression));
}

/* ---- bound calls ---- */

/* The function that std::bind() makes. */
struct bound {
    struct front *front;
    CXCursor call;
    sym_id params[MOST_PLACEHOLDERS];
    uint32_t n_params;
    struct list now; /* what is computed when it is bound */
};

/* Below conversions and temporaries. */
static CXCursor plain(struct front *front, CXCursor cursor)
{
    for (int guard = 0; guard < 16 && clang_getCursorKind(cursor) == CXCursor_UnexposedExpr;
         guard++) {
        struct span span = front_children(front, cursor);
        front_drop_non_expressions(front, &span);
        CXCursor child = front_child(front, span, 0);
        uint32_t n = span.n;
        front_pop(front, span);
        if (n != 1) {
            break;
        }
        cursor = child;
    }
    return cursor;
}

/* The number of a placeholder, 0 if it is none. */
static uint32_t placeholder(struct front *front, CXCursor cursor)
{
    CXCursor decl = clang_getCursorReferenced(plain(front, cursor));
    if (clang_Cursor_isNull(decl) ||
        !is_named(clang_getCursorSemanticParent(decl), "placeholders")) {
        return 0;
    }
    const char *name = front_string(front->scratch, clang_getCursorSpelling(decl));
    uint32_t number = name[0] == '_' ? (uint32_t)strtoul(name + 1, NULL, 10) : 0;
    return number <= MOST_PLACEHOLDERS ? number : 0;
}

static sym_id bound_param(struct bound *bound, uint32_t number)
{
    struct front *front = bound->front;
    while (bound->n_params < number) {
        struct symbol symbol = {.kind = SYMBOL_PARAM, .usr = "", .type = ""};
        symbol.name = arena_printf(front->arena, "_%u", bound->n_params + 1);
        bound->params[bound->n_params++] = front_add_symbol(front, &symbol);
    }
    return bound->params[number - 1];
}

/* True if the value is the same whenever it is asked for. */
static bool is_fixed(struct front *front, node_id node)
{
    const struct node *n = node_at(front, node);
    bool place = n->kind == NODE_ADDRESS || n->kind == NODE_FIELD || n->kind == NODE_LAMBDA;
    return n->kind == NODE_INT || n->kind == NODE_STRING || n->kind == NODE_REF ||
           (place && (n->first.i == 0 || is_fixed(front, n->first)));
}

/* A bound argument as the call sees it. */
static node_id bound_argument(struct bound *bound, CXCursor cursor)
{
    struct front *front = bound->front;
    uint32_t number = placeholder(front, cursor);
    if (number != 0) {
        return node_ref(front, bound_param(bound, number));
    }
    node_id node = front_callable(front, cursor);
    if (is_fixed(front, node)) {
        return node;
    }
    list_add(front, &bound->now, node);
    return node_add(front, NODE_OPAQUE);
}

/* The method whose address a callee is, null if it is none. */
static CXCursor method_of(struct front *front, CXCursor callee)
{
    CXCursor cursor = plain(front, callee);
    if (clang_getCursorKind(cursor) == CXCursor_UnaryOperator) {
        struct span span = front_children(front, cursor);
        front_drop_non_expressions(front, &span);
        CXCursor decl =
            span.n == 1 ? clang_getCursorReferenced(front_child(front, span, 0)) : cursor;
        front_pop(front, span);
        if (clang_getCursorKind(decl) == CXCursor_CXXMethod && !clang_CXXMethod_isStatic(decl)) {
            return decl;
        }
    }
    return clang_getNullCursor();
}

/* The call that is bound; of a method with its object first. */
static node_id bound_call(struct bound *bound, CXCursor callee)
{
    struct front *front = bound->front;
    struct list list = {0};
    unsigned first = 1;
    uint16_t flags = 0;
    CXCursor method = method_of(front, callee);
    if (!clang_Cursor_isNull(method) && clang_Cursor_getNumArguments(bound->call) > 1) {
        CXCursor object = clang_Cursor_getArgument(bound->call, first++);
        node_id field = node_with(front, NODE_FIELD, bound_argument(bound, object));
        sym_id sym = front_symbol(front, method);
        bool pointer = front_without_reference(clang_getCursorType(object)).kind == CXType_Pointer;
        bool param = placeholder(front, object) != 0;
        node_at(front, field)->sym = sym;
        node_at(front, field)->flags |= pointer || param ? NODE_ARROW : 0;
        flags = clang_CXXMethod_isVirtual(method) ? NODE_DYNAMIC : 0;
        list_add(front, &list, field);
    } else {
        list_add(front, &list, bound_argument(bound, callee));
    }
    for (unsigned i = first; i < (unsigned)clang_Cursor_getNumArguments(bound->call); i++) {
        list_add(front, &list, bound_argument(bound, clang_Cursor_getArgument(bound->call, i)));
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    node_at(front, node)->flags |= flags;
    where_id where = front_where(front, clang_getCursorLocation(bound->call));
    node_at(front, node)->where = where;
    return node;
}

/* Adds what is handed to the result behind what is bound. */
static void add_rest(struct bound *bound, node_id call, CXCursor callee)
{
    struct front *front = bound->front;
    CXCursor method = method_of(front, callee);
    CXCursor decl =
        clang_Cursor_isNull(method) ? clang_getCursorReferenced(plain(front, callee)) : method;
    int n_known = clang_Cursor_getNumArguments(bound->call) - (clang_Cursor_isNull(method) ? 1 : 2);
    int n = clang_Cursor_isNull(decl) ? 0 : clang_Cursor_getNumArguments(decl);
    struct list list = {.first = node_at(front, call)->first};
    for (list.last = list.first; node_at(front, list.last)->next.i != 0;) {
        list.last = node_at(front, list.last)->next;
    }
    for (int i = n_known; i < n && i - n_known < MOST_PLACEHOLDERS; i++) {
        list_add(front, &list, node_ref(front, bound_param(bound, (uint32_t)(i - n_known) + 1)));
    }
}

static sym_id bound_symbol(struct front *front, CXCursor call)
{
    const char *around = front->body && front->body->function.i
                             ? front_symbol_at(front, front->body->function)->name
                             : "";
    where_id where = front_where(front, clang_getCursorLocation(call));
    struct symbol symbol = {.kind = SYMBOL_FUNCTION,
                            .flags = SYMBOL_INTERNAL | SYMBOL_NAMESPACED,
                            .type = "",
                            .where = where};
    symbol.usr = arena_printf(front->arena, "c:bound@%u", front->unit->symbols.n);
    symbol.name = arena_printf(front->arena, "%s%s(bound)", around, *around ? "::" : "");
    return front_add_symbol(front, &symbol);
}

static node_id bind(struct front *front, CXCursor call, bool at_front)
{
    struct bound bound = {.front = front, .call = call};
    struct function function = {.sym = bound_symbol(front, call)};
    CXCursor callee = clang_Cursor_getArgument(call, 0);
    node_id body = bound_call(&bound, callee);
    if (at_front) {
        add_rest(&bound, body, callee);
    }
    where_id where = node_at(front, body)->where;
    function.where = where;
    function.priority = 65535;
    function.end_line = front->unit->wheres.at[where.i].line;
    function.body = node_with(front, NODE_BLOCK, node_with(front, NODE_RETURN, body));
    function.first_param = front->unit->params.n;
    function.n_params = bound.n_params;
    for (uint32_t i = 0; i < bound.n_params; i++) {
        VEC_PUSH(front->arena, &front->unit->params, bound.params[i]);
    }
    front_push_function(front, &function);
    node_id node = node_add(front, NODE_LAMBDA);
    node_at(front, node)->sym = function.sym;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_place(front, node, call);
    if (bound.now.first.i == 0) {
        return node;
    }
    list_add(front, &bound.now, node);
    node_id comma = node_add(front, NODE_COMMA);
    node_set_children(front, comma, bound.now);
    return comma;
}

/* std::ranges::sort is an object whose operator() is called: a function of that name. */
static node_id object_as_function(struct front *front, CXCursor call)
{
    CXCursor variable = clang_getCursorReferenced(plain(front, clang_Cursor_getArgument(call, 0)));
    if (clang_getCursorKind(variable) != CXCursor_VarDecl || !front_in_std(variable) ||
        clang_Cursor_hasVarDeclGlobalStorage(variable) != 1) {
        return (node_id){0};
    }
    const char *usr = front_string(front->scratch, clang_getCursorUSR(variable));
    const char *key = arena_printf(front->arena, "%s#call", usr);
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_name, key, &found)) {
        bool namespaced = false;
        where_id where = front_where(front, clang_getCursorLocation(variable));
        struct symbol symbol = {.kind = SYMBOL_FUNCTION,
                                .flags = SYMBOL_SYSTEM | SYMBOL_NAMESPACED,
                                .usr = key,
                                .type = "",
                                .where = where};
        symbol.name = front_qualified_name(front, variable, &namespaced);
        found = front_add_symbol(front, &symbol).i;
        strmap_put(front->symbol_by_name, key, found);
    }
    struct list list = {0};
    list_add(front, &list, node_ref(front, (sym_id){found}));
    front_arguments(front, &list, call, 1);
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    node_place(front, node, call);
    return node;
}

bool front_makes_callable(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    static const char *const binders[] = {"_Bind", "_Bind_result", "_Binder", "__bind"};
    static const char *const same[] = {"mem_fn", "ref", "cref", "not_fn"};
    static const char *const moved[] = {"move", "forward", "as_const"};
    int n = clang_Cursor_getNumArguments(call);
    if (n > 0 && clang_getCursorKind(function) == CXCursor_CXXMethod &&
        is_named(function, "operator()")) {
        *node = object_as_function(front, call);
        return node->i != 0;
    }
    if (clang_getCursorKind(function) != CXCursor_FunctionDecl || n < 1) {
        return false;
    }
    CXCursor first = clang_Cursor_getArgument(call, 0);
    bool callable = front_is_callable(clang_getCursorType(first));
    if (n == 1 && front_has_name(function, same, sizeof same / sizeof *same)) {
        *node = front_callable(front, first);
        uint8_t kind = node_at(front, *node)->kind;
        return callable || kind == NODE_LAMBDA || kind == NODE_COND;
    }
    if (n == 1 && callable && front_has_name(function, moved, sizeof moved / sizeof *moved)) {
        *node = front_expression(front, first);
        return true;
    }
    CXCursor made = clang_getTypeDeclaration(clang_getCanonicalType(clang_getCursorType(call)));
    bool at_front = is_named(function, "bind_front");
    if (at_front || front_has_name(made, binders, sizeof binders / sizeof *binders)) {
        *node = bind(front, call, at_front);
        return true;
    }
    return false;
}
