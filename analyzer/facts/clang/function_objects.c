/*
 * function_objects.c - std::function is a pointer to a function.
 *
 * Variables, fields and parameters of that type get a pointer's type; construction from a value is
 * the value, operator() is a call through a pointer, assignment an assignment, and the test whether
 * it is empty the pointer itself.  So all that follows pointers to functions follows these, too.
 * The same goes for std::packaged_task, and for what std::bind(), std::mem_fn() and std::ref()
 * make. An empty one is not known to be empty.
 */
#include "facts/clang/front.h"

#include <string.h>

static const char *const classes[] = {
    "function",
    "move_only_function",
    "copyable_function",
    "function_ref",
    "packaged_task",
    "_Func_class",
    "_Bind",
    "_Bind_result",
    "_Binder",
    "_Bind_front",
    "_Front_binder",
    "_Mem_fn",
    "_Mem_fn_base",
    "_Not_fn",
    "__bind",
    "__mem_fn",
};

bool front_has_name(CXCursor decl, const char *const *names, size_t n)
{
    CXString spelling = clang_getCursorSpelling(decl);
    const char *name = clang_getCString(spelling);
    bool found = false;
    for (size_t i = 0; name != NULL && i < n && !found; i++) {
        found = strcmp(name, names[i]) == 0;
    }
    clang_disposeString(spelling);
    return found;
}

static bool is_named(CXCursor decl, const char *wanted)
{
    return front_has_name(decl, &wanted, 1);
}

/* std::reference_wrapper of something that can be called, which is what it stands for. */
static bool refers_to_callable(CXCursor record)
{
    CXType type = clang_Type_getTemplateArgumentAsType(clang_getCursorType(record), 0);
    return type.kind != CXType_Invalid && is_named(record, "reference_wrapper") &&
           front_is_callable(type);
}

/* The class, or the base that Microsoft's library gives it. */
static bool is_class(CXCursor record)
{
    bool named = front_has_name(record, classes, sizeof classes / sizeof *classes) ||
                 is_named(record, "reference_wrapper");
    return named && front_in_std(record) &&
           (!is_named(record, "reference_wrapper") || refers_to_callable(record));
}

CXType front_without_reference(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    if (canonical.kind == CXType_LValueReference || canonical.kind == CXType_RValueReference) {
        canonical = clang_getCanonicalType(clang_getPointeeType(canonical));
    }
    return canonical;
}

bool front_is_function_object(CXType type)
{
    CXType canonical = front_without_reference(type);
    return canonical.kind == CXType_Record && is_class(clang_getTypeDeclaration(canonical));
}

node_id front_object_of(struct front *front, CXCursor callee)
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
        *node = span.n > 0 ? front_object_of(front, front_child(front, span, 0)) : *node;
        front_pop(front, span);
        return node->i != 0;
    }
    if ((!runs && !assigns) || clang_Cursor_getNumArguments(call) < 1) {
        return false;
    }
    struct list list = {0};
    list_add(front, &list, front_expression(front, clang_Cursor_getArgument(call, 0)));
    if (assigns && clang_Cursor_getNumArguments(call) == 2) {
        list_add(front, &list, front_callable(front, clang_Cursor_getArgument(call, 1)));
    } else {
        front_arguments(front, &list, call, 1);
    }
    *node = node_add(front, runs ? NODE_CALL : NODE_ASSIGN);
    node_set_children(front, *node, list);
    if (assigns) {
        front_keep_others(front, *node);
    }
    node_place(front, *node, call);
    return true;
}

bool front_function_object(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    if (clang_Cursor_isNull(function) || !front->unit->cplusplus) {
        return false;
    }
    if (!is_class(clang_getCursorSemanticParent(function))) {
        return front_in_std(function) && (front_makes_callable(front, call, function, node) ||
                                          front_holds_callables(front, call, function, node));
    }
    if (clang_getCursorKind(function) != CXCursor_Constructor) {
        return method(front, call, function, node) ||
               front_holds_callables(front, call, function, node);
    }
    *node = clang_Cursor_getNumArguments(call) > 0
                ? front_callable(front, clang_Cursor_getArgument(call, 0))
                : node_add(front, NODE_OPAQUE);
    return true;
}
