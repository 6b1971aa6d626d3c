/*
 * held_callables.c - containers of functions.
 *
 * An object of the standard library that holds functions - std::vector<std::function<void()>>, a
 * std::map to pointers to functions, their iterators, a std::pair, a std::optional - is a pointer
 * to one of them: which one is not told apart.  What is put in is an assignment of the new or the
 * old ones; what is taken out, by an element, an iterator or a reference, is NODE_INDEX of the
 * object. So all that follows pointers to functions follows these, too.  A std::future holds the
 * function that it will run itself.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

enum { MOST_ARGUMENTS = 8, MOST_DEPTH = 4 };

/* ---- types ---- */

/* How many of the template's arguments are what it holds. */
static int n_held(CXCursor record)
{
    static const char *const none[] = {"allocator", "char_traits", "default_delete",
                                       "less",      "greater",     "hash",
                                       "equal_to",  "_Identity",   "_Select1st"};
    static const char *const one[] = {"unique_ptr", "shared_ptr",    "weak_ptr",
                                      "set",        "unordered_set", "multiset"};
    static const char *const all[] = {"tuple", "variant"};
    if (front_has_name(record, none, sizeof none / sizeof *none)) {
        return 0;
    }
    if (front_has_name(record, one, sizeof one / sizeof *one)) {
        return 1;
    }
    return front_has_name(record, all, sizeof all / sizeof *all) ? MOST_ARGUMENTS : 2;
}

static bool is_future(CXCursor record)
{
    static const char *const names[] = {"future", "shared_future", "promise"};
    return front_has_name(record, names, sizeof names / sizeof *names);
}

/* The class, of one library or another, whose methods those of a future are. */
static bool is_base_of_futures(CXCursor record)
{
    static const char *const names[] = {"__basic_future", "_State_manager"};
    return front_has_name(record, names, sizeof names / sizeof *names) && front_in_std(record);
}

static bool holds(CXType type, int depth);

/* A function, a pointer to one, or what holds some. */
static bool carries(CXType type, int depth)
{
    CXType canonical = front_without_reference(type);
    if (front_is_callable(canonical)) {
        return true;
    }
    if (canonical.kind == CXType_Pointer && depth > 0) {
        return carries(clang_getPointeeType(canonical), depth - 1);
    }
    return holds(canonical, depth);
}

static bool holds(CXType type, int depth)
{
    CXCursor record = clang_getTypeDeclaration(type);
    if (type.kind != CXType_Record || depth == 0) {
        return false;
    }
    int n = clang_Type_getNumTemplateArguments(type);
    if (n <= 0 || !front_in_std(record)) {
        return false;
    }
    int most = n_held(record);
    for (int i = 0; i < n && i < most; i++) {
        CXType argument = clang_Type_getTemplateArgumentAsType(type, (unsigned)i);
        if (argument.kind != CXType_Invalid && carries(argument, depth - 1)) {
            return true;
        }
    }
    return is_future(record);
}

bool front_holds(CXType type)
{
    CXType canonical = front_without_reference(type);
    return !front_is_function_object(canonical) && holds(canonical, MOST_DEPTH);
}

/* ---- values ---- */

/* A list that is handed over as one: one of its elements. */
static node_id one_of(struct front *front, node_id list)
{
    if (node_at(front, list)->kind != NODE_INIT_LIST) {
        return list;
    }
    node_id value = {0};
    for (node_id c = node_at(front, list)->first; c.i != 0;) {
        node_id next = node_at(front, c)->next;
        uint8_t kind = node_at(front, c)->kind;
        node_at(front, c)->next = (node_id){0};
        if (kind != NODE_STRING && (kind != NODE_INT || node_at(front, c)->value == 0)) {
            value = front_either(front, value, one_of(front, c));
        }
        c = next;
    }
    return value.i != 0 ? value : list;
}

/* The value of an expression if that can be, or hold, a function; else 0, and it is computed. */
static node_id carried(struct front *front, CXCursor expression, struct list *others)
{
    CXType type = clang_getCursorType(expression);
    node_id node = front_callable(front, expression);
    uint8_t kind = node_at(front, node)->kind;
    if (carries(type, MOST_DEPTH) || kind == NODE_LAMBDA || front_is_callable(type)) {
        return one_of(front, node);
    }
    if (kind == NODE_COND && front_without_reference(type).kind == CXType_Record) {
        return node; /* one of several operators */
    }
    list_add(front, others, node);
    return (node_id){0};
}

/* What a call's arguments from the `first` on hold, one of them. */
static node_id either_argument(struct front *front, CXCursor call, unsigned first,
                               struct list *others)
{
    node_id value = {0};
    int n = clang_Cursor_getNumArguments(call);
    for (int i = n; i-- > (int)first;) {
        CXCursor argument = clang_Cursor_getArgument(call, (unsigned)i);
        if (clang_getCursorType(argument).kind != CXType_Invalid) {
            value = front_either(front, carried(front, argument, others), value);
        }
    }
    return value;
}

/* The value behind what is computed besides. */
static node_id behind(struct front *front, struct list others, node_id value)
{
    if (others.first.i == 0) {
        return value;
    }
    list_add(front, &others, value);
    node_id node = node_add(front, NODE_COMMA);
    node_set_children(front, node, others);
    return node;
}

node_id front_held_list(struct front *front, CXCursor list)
{
    if (!front_holds(clang_getCursorType(list))) {
        return (node_id){0};
    }
    struct span span = front_children(front, list);
    front_drop_non_expressions(front, &span);
    struct list others = {0};
    node_id value = {0};
    for (uint32_t i = span.n; i-- > 0;) {
        value = front_either(front, carried(front, front_child(front, span, i), &others), value);
    }
    front_pop(front, span);
    return behind(front, others, value.i != 0 ? value : node_add(front, NODE_OPAQUE));
}

/* The object of a call of a method: an operator's first argument, or what stands before the dot. */
static node_id object_node(struct front *front, CXCursor call, bool operator_call)
{
    if (operator_call) {
        return front_expression(front, clang_Cursor_getArgument(call, 0));
    }
    struct span span = front_children(front, call);
    front_drop_non_expressions(front, &span);
    node_id node = span.n > 0 ? front_object_of(front, front_child(front, span, 0))
                              : node_add(front, NODE_OPAQUE);
    front_pop(front, span);
    return node;
}

/* True for `a = b`, `a[i]`, `*a`: the object is the first argument. */
static bool is_operator_call(struct front *front, CXCursor call)
{
    struct span span = front_children(front, call);
    front_drop_non_expressions(front, &span);
    bool is = span.n > 0 && clang_Cursor_getNumArguments(call) > 0 &&
              clang_equalCursors(front_child(front, span, 0), clang_Cursor_getArgument(call, 0));
    front_pop(front, span);
    return is;
}

/* ---- calls ---- */

static node_id assign(struct front *front, CXCursor call, node_id target, node_id value)
{
    struct list list = {0};
    list_add(front, &list, target);
    list_add(front, &list, value);
    node_id node = node_add(front, NODE_ASSIGN);
    node_set_children(front, node, list);
    node_place(front, node, call);
    return node;
}

/* Something that is in the object. */
static node_id element(struct front *front, node_id object, struct list others)
{
    node_id position = node_add(front, NODE_OPAQUE);
    node_set_children(front, position, others);
    struct list list = {0};
    list_add(front, &list, object);
    list_add(front, &list, position);
    node_id node = node_add(front, NODE_INDEX);
    node_set_children(front, node, list);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    return node;
}

void front_keep_others(struct front *front, node_id assignment)
{
    node_id target = node_at(front, assignment)->first;
    if (target.i == 0 || node_at(front, target)->kind != NODE_INDEX ||
        (node_at(front, target)->flags & NODE_IMPLICIT) == 0) {
        return;
    }
    node_id value = node_at(front, target)->next;
    node_id object = node_at(front, target)->first;
    node_id place = node_add(front, NODE_NONE); /* the object again, as what is assigned */
    *node_at(front, place) = *node_at(front, object);
    node_at(front, target)->next = (node_id){0};
    node_id either = front_either(front, value, target);
    node_at(front, place)->next = either;
    node_at(front, assignment)->first = place;
}

static CXType object_type(struct front *front, CXCursor call, CXCursor function, bool operator_call)
{
    (void)front;
    return operator_call ? clang_getCursorType(clang_Cursor_getArgument(call, 0))
                         : clang_getCursorType(clang_getCursorSemanticParent(function));
}

/* `a.swap(b)`: either is either then. */
static node_id exchange(struct front *front, CXCursor call, CXCursor other, bool of_method)
{
    struct list list = {0};
    for (int i = 0; i < 2; i++) {
        node_id a = of_method ? object_node(front, call, false)
                              : front_expression(front, clang_Cursor_getArgument(call, 0));
        node_id b = front_expression(front, other);
        node_id target = of_method ? object_node(front, call, false)
                                   : front_expression(front, clang_Cursor_getArgument(call, 0));
        target = i == 0 ? target : front_expression(front, other);
        list_add(front, &list, assign(front, call, target, front_either(front, a, b)));
    }
    node_id node = node_add(front, NODE_COMMA);
    node_set_children(front, node, list);
    return node;
}

/* A duration that is written as a number, else the expression. */
static node_id duration(struct front *front, CXCursor expression)
{
    static const char *const zero = "zero";
    CXCursor cursor = expression;
    for (int guard = 0; guard < 16; guard++) {
        CXCursor function = clang_getCursorReferenced(cursor);
        const char *text = front_text(front, clang_getCursorLocation(cursor), true);
        if (clang_getCursorKind(cursor) == CXCursor_CallExpr &&
            (front_has_name(function, &zero, 1) ||
             (text != NULL && text[0] == '0' && isalpha((unsigned char)text[1])))) {
            return node_int(front, 0, 0);
        }
        struct span span = front_children(front, cursor);
        front_drop_non_expressions(front, &span);
        CXCursor child = front_child(front, span, 0);
        uint32_t n = span.n;
        front_pop(front, span);
        if (clang_getCursorKind(cursor) == CXCursor_IntegerLiteral) {
            return front_expression(front, cursor);
        }
        if (n != 1) {
            break;
        }
        cursor = child;
    }
    return front_expression(front, expression);
}

/* The first name of a local promise or packaged task below a call of get_future(). */
struct source {
    bool inside; /* below such a call */
    int depth;
    CXCursor found;
};

static bool gives_future(CXCursor variable)
{
    static const char *const names[] = {"promise", "packaged_task"};
    CXType type = front_without_reference(clang_getCursorType(variable));
    CXCursor record = clang_getTypeDeclaration(type);
    return clang_getCursorKind(variable) == CXCursor_VarDecl && type.kind == CXType_Record &&
           clang_Cursor_hasVarDeclGlobalStorage(variable) == 0 && front_in_std(record) &&
           front_has_name(record, names, 2);
}

static enum CXChildVisitResult look_for_source(CXCursor cursor, CXCursor parent, CXClientData data)
{
    static const char *const name = "get_future";
    (void)parent;
    struct source *source = data;
    CXCursor decl = clang_getCursorReferenced(cursor);
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_CallExpr && !clang_Cursor_isNull(decl)) {
        source->inside |= front_has_name(decl, &name, 1);
    } else if (kind == CXCursor_DeclRefExpr && source->inside && gives_future(decl)) {
        source->found = decl;
    } else if (kind == CXCursor_DeclRefExpr && clang_getCursorKind(decl) == CXCursor_VarDecl &&
               !source->inside && source->depth < 2) {
        CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
        source->depth++;
        if (!clang_Cursor_isNull(initialiser) &&
            look_for_source(initialiser, decl, source) == CXChildVisit_Recurse) {
            clang_visitChildren(initialiser, look_for_source, source);
        }
        source->depth--;
        return CXChildVisit_Break;
    }
    return clang_Cursor_isNull(source->found) ? CXChildVisit_Recurse : CXChildVisit_Break;
}

/* What a future is asked for: it, or the promise or task of this function that it belongs to, which
 * is null as soon as that has its value. */
static node_id asked(struct front *front, CXCursor call)
{
    struct source source = {.found = clang_getNullCursor()};
    clang_visitChildren(call, look_for_source, &source);
    return clang_Cursor_isNull(source.found) ? object_node(front, call, false)
                                             : node_ref(front, front_symbol(front, source.found));
}

/* Behind `node` the promise or task has its value. */
static node_id has_value_behind(struct front *front, CXCursor call, node_id node, node_id object)
{
    struct list all = {0};
    list_add(front, &all, node);
    list_add(front, &all, assign(front, call, object, node_int(front, 0, NODE_NULL)));
    list_add(front, &all, node_add(front, NODE_OPAQUE));
    node_id both = node_add(front, NODE_COMMA);
    node_set_children(front, both, all);
    return both;
}

/* promise.set_value(...) */
static node_id fulfil(struct front *front, CXCursor call)
{
    struct list arguments = {0};
    front_arguments(front, &arguments, call, 0);
    node_id node = node_add(front, NODE_OPAQUE);
    node_set_children(front, node, arguments);
    return has_value_behind(front, call, node, object_node(front, call, false));
}

node_id front_task_done(struct front *front, CXCursor call, CXCursor function, node_id node)
{
    static const char *const task = "packaged_task";
    static const char *const runs = "operator()";
    if (clang_getCursorKind(function) != CXCursor_CXXMethod || !front_in_std(function) ||
        !front_has_name(clang_getCursorSemanticParent(function), &task, 1) ||
        !front_has_name(function, &runs, 1)) {
        return node;
    }
    node_id object = object_node(front, call, true);
    return node_at(front, object)->kind == NODE_REF ? has_value_behind(front, call, node, object)
                                                    : node;
}

/* A method of a future is a function whose first argument is the future.  There is nothing left to
 * wait for behind get() and wait(). */
static node_id ask_future(struct front *front, CXCursor call, CXCursor function)
{
    static const char *const whole[] = {"get", "wait"};
    struct list list = {0};
    list_add(front, &list, node_ref(front, front_symbol(front, function)));
    list_add(front, &list, asked(front, call));
    for (int i = 0; i < clang_Cursor_getNumArguments(call); i++) {
        list_add(front, &list, duration(front, clang_Cursor_getArgument(call, (unsigned)i)));
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    node_place(front, node, call);
    node_id object = object_node(front, call, false);
    if (!front_has_name(function, whole, 2) || node_at(front, object)->kind != NODE_REF) {
        return node;
    }
    return has_value_behind(front, call, node, object);
}

static bool method(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    static const char *const asks[] = {"get", "wait", "wait_for", "wait_until"};
    static const char *const swap = "swap";
    static const char *const becomes = "operator=";
    bool operator_call = is_operator_call(front, call);
    CXType type = object_type(front, call, function, operator_call);
    if (!operator_call && is_base_of_futures(clang_getCursorSemanticParent(function)) &&
        front_has_name(function, asks, sizeof asks / sizeof *asks)) {
        *node = ask_future(front, call, function);
        return true;
    }
    if (!front_holds(type) && !front_is_function_object(type)) {
        return false;
    }
    int n = clang_Cursor_getNumArguments(call);
    static const char *const sets[] = {"set_value", "set_exception"};
    static const char *const promise = "promise";
    if (front_has_name(clang_getCursorSemanticParent(function), &promise, 1) &&
        front_has_name(function, sets, 2)) {
        *node = fulfil(front, call);
        return true;
    }
    if (is_future(clang_getTypeDeclaration(front_without_reference(type))) &&
        front_has_name(function, asks, sizeof asks / sizeof *asks)) {
        *node = ask_future(front, call, function);
        return true;
    }
    if (front_has_name(function, &swap, 1) && n == 1) {
        *node = exchange(front, call, clang_Cursor_getArgument(call, 0), true);
        return true;
    }
    if (front_is_function_object(type)) {
        return false;
    }
    struct list others = {0};
    bool gives = carries(clang_getCursorType(call), MOST_DEPTH);
    node_id value = either_argument(front, call, operator_call ? 1 : 0, &others);
    if (value.i != 0) {
        bool whole = front_has_name(function, &becomes, 1);
        node_id old = whole ? (node_id){0} : object_node(front, call, operator_call);
        node_id stored = assign(front, call, object_node(front, call, operator_call),
                                front_either(front, behind(front, others, value), old));
        *node = stored;
        return true;
    }
    if (gives) {
        *node = element(front, object_node(front, call, operator_call), others);
        return true;
    }
    return false;
}

/* std::async(std::launch::deferred, f): the future holds f, which it runs itself. */
static bool deferred(struct front *front, CXCursor call, node_id *node)
{
    enum { DEFERRED = 2 };
    node_id policy = front_expression(front, clang_Cursor_getArgument(call, 0));
    const struct node *n = node_at(front, policy);
    if (n->kind != NODE_INT || n->value != DEFERRED) {
        return false;
    }
    struct list others = {0};
    *node = front_callable(front, clang_Cursor_getArgument(call, 1));
    for (int i = 2; i < clang_Cursor_getNumArguments(call); i++) {
        list_add(front, &others,
                 front_expression(front, clang_Cursor_getArgument(call, (unsigned)i)));
    }
    *node = behind(front, others, *node);
    return true;
}

/* std::make_pair(), std::get(), ... are what they are given; other functions are called, too. */
static bool free_function(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    static const char *const swap = "swap";
    static const char *const async = "async";
    static const char *const plain[] = {"move",
                                        "forward",
                                        "as_const",
                                        "make_pair",
                                        "make_tuple",
                                        "make_unique",
                                        "make_shared",
                                        "make_optional",
                                        "get",
                                        "get_if",
                                        "exchange",
                                        "begin",
                                        "end",
                                        "cbegin",
                                        "cend",
                                        "rbegin",
                                        "rend",
                                        "next",
                                        "prev",
                                        "tie",
                                        "forward_as_tuple",
                                        "addressof",
                                        "back_inserter",
                                        "inserter",
                                        "front_inserter",
                                        "ref",
                                        "cref",
                                        "any_cast",
                                        "min",
                                        "max"};
    int n = clang_Cursor_getNumArguments(call);
    if (front_has_name(function, &swap, 1) && n == 2 &&
        carries(clang_getCursorType(clang_Cursor_getArgument(call, 0)), MOST_DEPTH)) {
        *node = exchange(front, call, clang_Cursor_getArgument(call, 1), false);
        return true;
    }
    if (n < 1 || !carries(clang_getCursorType(call), MOST_DEPTH)) {
        return false;
    }
    if (front_has_name(function, &async, 1)) {
        return n > 1 && deferred(front, call, node);
    }
    struct list others = {0};
    if (!front_has_name(function, plain, sizeof plain / sizeof *plain)) {
        return false;
    }
    node_id value = either_argument(front, call, 0, &others);
    *node = behind(front, others, value);
    return value.i != 0;
}

bool front_holds_callables(struct front *front, CXCursor call, CXCursor function, node_id *node)
{
    enum CXCursorKind kind = clang_getCursorKind(function);
    if (kind == CXCursor_CXXMethod || kind == CXCursor_ConversionFunction) {
        return !clang_CXXMethod_isStatic(function) && method(front, call, function, node);
    }
    if (kind == CXCursor_FunctionDecl) {
        return free_function(front, call, function, node);
    }
    if (kind != CXCursor_Constructor || !front_holds(clang_getCursorType(call))) {
        return false;
    }
    struct list others = {0};
    node_id value = either_argument(front, call, 0, &others);
    *node = behind(front, others, value.i != 0 ? value : node_add(front, NODE_OPAQUE));
    return true;
}

node_id front_held_field(struct front *front, CXCursor member)
{
    CXCursor field = clang_getCursorReferenced(member);
    if (clang_getCursorKind(field) != CXCursor_FieldDecl ||
        !front_holds(clang_getCursorType(clang_getCursorSemanticParent(field))) ||
        !carries(clang_getCursorType(member), MOST_DEPTH) || !front_in_std(field)) {
        return (node_id){0};
    }
    struct list none = {0};
    return element(front, front_object_of(front, member), none);
}

/* ---- structured bindings ---- */

bool front_is_binding(CXCursor decl)
{
    return clang_getCursorKind(decl) == CXCursor_UnexposedDecl &&
           clang_getCursorType(decl).kind != CXType_Invalid &&
           clang_Cursor_hasVarDeclGlobalStorage(decl) == -1; /* no variable, as templates make */
}

sym_id front_binding(struct front *front, CXCursor decl)
{
    const char *key = front_key(front, decl.data[0]);
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_decl, key, &found)) {
        CXType type = clang_getCursorType(decl);
        bool pointer = front_without_reference(type).kind == CXType_Pointer || front_holds(type) ||
                       front_is_function_object(type);
        where_id where = front_where(front, clang_getCursorLocation(decl));
        struct symbol symbol = {
            .kind = SYMBOL_LOCAL, .flags = pointer ? SYMBOL_POINTER : 0, .usr = "", .where = where};
        symbol.name = front_string(front->arena, clang_getCursorSpelling(decl));
        symbol.type = front_is_function_object(type) ? "void (*)()" : front_type_text(front, type);
        found = front_add_symbol(front, &symbol).i;
        strmap_put(front->symbol_by_decl, key, found);
    }
    return (sym_id){found};
}

/* True if the names of a declaration are bound by get<N>() of the project's. */
static bool binds_by_get(struct front *front, CXCursor decl, CXCursor value)
{
    CXType type = front_without_reference(clang_getCursorType(value));
    if (type.kind != CXType_Record || front_in_std(clang_getTypeDeclaration(type))) {
        return false;
    }
    struct span span = front_children(front, decl);
    CXCursor first = front_child(front, span, 0);
    front_pop(front, span);
    CXType bound = clang_getCursorType(first);
    const char *text = front_string(front->scratch, clang_getTypeSpelling(bound));
    return clang_getCursorKind(first) == CXCursor_UnexposedDecl &&
           (bound.kind == CXType_Invalid || strstr(text, "tuple_element<") != NULL);
}

void front_bindings(struct front *front, struct list *list, CXCursor decl, CXCursor value)
{
    if (binds_by_get(front, decl, value)) {
        list_add(front, list,
                 node_skipped(front, decl, "the functions get<N>() that bind these names"));
    }
    struct span span = front_children(front, decl);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (!front_is_binding(child)) {
            continue;
        }
        sym_id sym = front_binding(front, child);
        struct list none = {0};
        node_id held = {0};
        if (carries(clang_getCursorType(child), MOST_DEPTH)) {
            held = element(front, front_expression(front, value), none);
        }
        node_id node = node_with(front, NODE_DECLARE, held);
        node_at(front, node)->sym = sym;
        node_place(front, node, child);
        list_add(front, list, node);
    }
    front_pop(front, span);
}
