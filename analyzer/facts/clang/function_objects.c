/*
 * function_objects.c - std::function is a pointer to a function.
 *
 * Variables, fields and parameters of that type get a pointer's type; construction from a value is
 * the value, operator() is a call through a pointer, assignment an assignment, and the test whether
 * it is empty the pointer itself.  So all that follows pointers to functions follows these, too.
 * An empty one is not known to be empty.  What std::bind() makes, and what containers hold, is not
 * known either.
 */
#include "facts/clang/front.h"

#include <string.h>

static bool is_named(CXCursor decl, const char *wanted)
{
    CXString spelling = clang_getCursorSpelling(decl);
    const char *name = clang_getCString(spelling);
    bool is = name != NULL && strcmp(name, wanted) == 0;
    clang_disposeString(spelling);
    return is;
}

/* The class, or the base that Microsoft's library gives it. */
static bool is_class(CXCursor record)
{
    return (is_named(record, "function") || is_named(record, "move_only_function") ||
            is_named(record, "_Func_class")) &&
           front_in_std(record);
}

bool front_is_function_object(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    if (canonical.kind == CXType_LValueReference || canonical.kind == CXType_RValueReference) {
        canonical = clang_getCanonicalType(clang_getPointeeType(canonical));
    }
    return canonical.kind == CXType_Record && is_class(clang_getTypeDeclaration(canonical));
}

/* The expression before the dot of a member that is called. */
static node_id object_of(struct front *front, CXCursor callee)
{
    struct span span = front_children(front, callee);
    front_drop_non_expressions(front, &span);
    node_id node = span.n > 0 ? front_expression(front, front_child(front, span, 0))
                              : node_add(front, NODE_OPAQUE);
    front_pop(front, span);
    return node;
}

/* A call of a method of the class. */
static bool method(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    bool runs = is_named(function, "operator()");
    bool assigns = is_named(function, "operator=");
    if (clang_getCursorKind(function) == CXCursor_ConversionFunction) {
        struct span span = front_children(front, call);
        front_drop_non_expressions(front, &span);
        *node = span.n > 0 ? object_of(front, front_child(front, span, 0)) : *node;
        front_pop(front, span);
        return node->i != 0;
    }
    if ((!runs && !assigns) || clang_Cursor_getNumArguments(call) < 1) {
        return false;
    }
    struct list list = {0};
    list_add(front, &list, front_expression(front, clang_Cursor_getArgument(call, 0)));
    front_arguments(front, &list, call, 1);
    *node = node_add(front, runs ? NODE_CALL : NODE_ASSIGN);
    node_set_children(front, *node, list);
    node_place(front, *node, call);
    return true;
}

bool front_function_object(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    if (clang_Cursor_isNull(function) || !front->unit->cplusplus) {
        return false;
    }
    bool moves = is_named(function, "move") && front_in_std(function);
    if (moves && front_is_function_object(clang_getCursorType(call)) &&
        clang_Cursor_getNumArguments(call) == 1) {
        *node = front_expression(front, clang_Cursor_getArgument(call, 0));
        return true;
    }
    if (!is_class(clang_getCursorSemanticParent(function))) {
        return false;
    }
    if (clang_getCursorKind(function) != CXCursor_Constructor) {
        return method(front, call, function, node);
    }
    *node = clang_Cursor_getNumArguments(call) > 0
                ? front_expression(front, clang_Cursor_getArgument(call, 0))
                : node_add(front, NODE_OPAQUE);
    return true;
}
