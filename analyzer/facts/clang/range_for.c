/*
 * range_for.c - `for (T x : range)`.
 *
 * Where begin(), end() and the iterator's operators are somebody's code, the loop becomes what the
 * language says it is: the hidden variables of range and begin, and a `for` that calls operator!=,
 * operator* and operator++.  libclang shows the hidden variables only where the loop variable's
 * initialiser names them; end() and the operators are looked up in the classes of range and
 * iterator, and beside these and begin().  Over arrays and the containers of the standard library
 * it stays a NODE_RANGE_FOR.  What is not found is said to be not followed: functions that are made
 * from templates and no members, members of bases, operators of the class of end().
 */
#include "facts/clang/front.h"

#include <string.h>

/* The parts of one loop. */
struct range_loop {
    CXCursor variable, range, body; /* null if missing */
    CXCursor begin;                 /* the hidden iterator; null if it is not seen */
    CXCursor bindings;              /* the declaration of structured bindings; null if none */
};

static enum CXChildVisitResult find_hidden(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    CXCursor *found = data;
    CXCursor decl = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(cursor) != CXCursor_DeclRefExpr ||
        clang_getCursorKind(decl) != CXCursor_VarDecl) {
        return CXChildVisit_Recurse;
    }
    CXString spelling = clang_getCursorSpelling(decl);
    const char *name = clang_getCString(spelling);
    bool hidden =
        name != NULL && (strncmp(name, "__begin", 7) == 0 || strncmp(name, "__range", 7) == 0);
    clang_disposeString(spelling);
    if (hidden) {
        *found = decl;
        return CXChildVisit_Break;
    }
    return CXChildVisit_Recurse;
}

/* The hidden variable that an expression names first; null if there is none. */
static CXCursor hidden_in(CXCursor expression)
{
    CXCursor found = clang_getNullCursor();
    if (clang_Cursor_isNull(expression) == 0 &&
        find_hidden(expression, expression, &found) == CXChildVisit_Recurse) {
        clang_visitChildren(expression, find_hidden, &found);
    }
    return found;
}

static struct range_loop parts_of(struct front *front, CXCursor cursor)
{
    CXCursor none = clang_getNullCursor();
    struct range_loop loop = {none, none, none, none, none};
    struct span span = front_children(front, cursor);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_VarDecl) {
            loop.variable = clang_Cursor_isNull(loop.variable) ? child : loop.variable;
        } else if (clang_getCursorKind(child) == CXCursor_UnexposedDecl && i + 2 < span.n) {
            loop.bindings = child;
        } else if (clang_isDeclaration(clang_getCursorKind(child)) == 0) {
            bool last = i + 1 == span.n;
            loop.body = last ? child : loop.body;
            loop.range = last ? loop.range : child;
        }
    }
    front_pop(front, span);
    if (clang_Cursor_isNull(loop.variable) == 0) {
        loop.begin = hidden_in(clang_Cursor_getVarDeclInitializer(loop.variable));
    }
    return loop;
}

/* What the cursor calls; null if it calls nothing. */
static CXCursor called_in(CXCursor expression)
{
    for (int guard = 0; guard < 16; guard++) {
        if (clang_getCursorKind(expression) == CXCursor_CallExpr) {
            CXCursor function = clang_getCursorReferenced(expression);
            bool constructs = clang_getCursorKind(function) == CXCursor_Constructor;
            if (!constructs || clang_Cursor_getNumArguments(expression) != 1) {
                return function;
            }
            expression = clang_Cursor_getArgument(expression, 0);
        } else if (clang_getCursorKind(expression) == CXCursor_UnexposedExpr) {
            CXCursor *child = &expression;
            CXCursor before = expression;
            clang_visitChildren(before, front_first_child, child);
            if (clang_equalCursors(before, *child)) {
                break;
            }
        } else {
            break;
        }
    }
    return clang_getNullCursor();
}

/* What is looked for: a function of an object, and of so many others. */
struct wanted {
    const char *name;
    int n; /* arguments besides the object */
};

static bool is_wanted(struct front *front, CXCursor function, struct wanted wanted)
{
    enum CXCursorKind kind = clang_getCursorKind(function);
    const char *name = front_string(front->scratch, clang_getCursorSpelling(function));
    bool method = kind == CXCursor_CXXMethod;
    return (method || kind == CXCursor_FunctionDecl) && strcmp(name, wanted.name) == 0 &&
           clang_Cursor_getNumArguments(function) == (method ? wanted.n : wanted.n + 1);
}

/* Finds a member, or a friend, of a class. */
static CXCursor find_method(struct front *front, CXCursor record, struct wanted wanted)
{
    CXCursor found = clang_getNullCursor();
    struct cursors made = front_instances(front, record);
    for (uint32_t i = 0; i < made.n && clang_Cursor_isNull(found); i++) {
        found = is_wanted(front, made.at[i], wanted) ? made.at[i] : found;
    }
    struct span span = front_children(front, front_definition(record));
    for (uint32_t i = 0; i < span.n && clang_Cursor_isNull(found); i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_FriendDecl) {
            CXCursor before = child;
            clang_visitChildren(before, front_first_child, &child);
        }
        found = is_wanted(front, child, wanted) ? child : found;
    }
    front_pop(front, span);
    return found;
}

/* Finds a function beside another declaration, whose first parameter is such an object. */
static CXCursor find_beside(struct front *front, CXCursor decl, CXType object, struct wanted wanted)
{
    CXCursor found = clang_getNullCursor();
    CXType type = front_without_reference(object);
    struct span span = front_children(front, clang_getCursorSemanticParent(decl));
    for (uint32_t i = 0; i < span.n && clang_Cursor_isNull(found); i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_FunctionDecl &&
            is_wanted(front, child, wanted)) {
            CXType first = clang_getCursorType(clang_Cursor_getArgument(child, 0));
            CXCursor record = clang_getTypeDeclaration(front_without_reference(first));
            found = clang_equalCursors(record, clang_getTypeDeclaration(type)) ? child : found;
        }
    }
    front_pop(front, span);
    return found;
}

/* A call of a member of the variable, or of a friend; with no argument that is known. */
static node_id call_member(struct front *front, CXCursor function, sym_id object, CXCursor at)
{
    sym_id sym = front_symbol(front, function);
    struct list list = {0};
    bool method = clang_getCursorKind(function) == CXCursor_CXXMethod;
    int n = clang_Cursor_getNumArguments(function);
    if (method) {
        node_id callee = node_with(front, NODE_FIELD, node_ref(front, object));
        node_at(front, callee)->sym = sym;
        list_add(front, &list, callee);
    } else {
        list_add(front, &list, node_ref(front, sym));
        list_add(front, &list, node_ref(front, object));
        n--;
    }
    for (int i = 0; i < n; i++) {
        list_add(front, &list, node_add(front, NODE_OPAQUE));
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_place(front, node, at);
    return node;
}

/* A call of the iterator's operator; 0: it is not found. */
static node_id call_operator(struct front *front, const struct range_loop *loop, const char *name,
                             int n)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(loop->begin));
    CXCursor record = clang_getTypeDeclaration(type);
    struct wanted wanted = {name, n};
    CXCursor function = clang_getNullCursor();
    if (type.kind == CXType_Record) {
        function = find_method(front, record, wanted);
        function = clang_Cursor_isNull(function) ? find_beside(front, record, type, wanted)
                                                 : function;
    }
    sym_id begin = front_symbol(front, loop->begin);
    return clang_Cursor_isNull(function) ? (node_id){0}
                                         : call_member(front, function, begin, loop->range);
}

/* The node, or, if the iterator is an object, that its operator is not followed. */
static node_id or_skipped(struct front *front, const struct range_loop *loop, node_id node,
                          const char *what)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(loop->begin));
    CXCursor record = clang_getTypeDeclaration(type);
    bool lost = node.i == 0 && type.kind == CXType_Record && !front_in_std(record);
    return lost ? node_skipped(front, loop->range, what) : node;
}

static node_id condition(struct front *front, const struct range_loop *loop)
{
    node_id node = call_operator(front, loop, "operator!=", 1);
    node = node.i != 0 ? node : call_operator(front, loop, "operator==", 1);
    node = or_skipped(front, loop, node, "the operator that compares the iterators of the loop");
    return node.i != 0 ? node : node_add(front, NODE_OPAQUE);
}

/* Appends the call of end(), with the range if it has a name. */
static void call_end(struct front *front, struct list *list, const struct range_loop *loop,
                     sym_id ranged)
{
    CXCursor begins = called_in(clang_Cursor_getVarDeclInitializer(loop->begin));
    CXCursor ends = clang_getNullCursor();
    if (clang_getCursorKind(begins) == CXCursor_CXXMethod) {
        CXCursor record = clang_getCursorSemanticParent(begins);
        ends = find_method(front, record, (struct wanted){"end", 0});
    } else if (clang_Cursor_getNumArguments(begins) == 1) {
        CXType range = clang_getCursorType(clang_Cursor_getArgument(begins, 0));
        ends = find_beside(front, begins, range, (struct wanted){"end", 0});
    }
    list_add(front, list,
             clang_Cursor_isNull(ends)
                 ? node_skipped(front, loop->range, "end() of the loop's range")
                 : call_member(front, ends, ranged, loop->range));
}

/* The loop variable and the body, in a block. */
static node_id body_of(struct front *front, const struct range_loop *loop, bool initialised)
{
    uint32_t mark = front->objects.n;
    struct list list = {0};
    if (initialised) {
        list_add(front, &list, front_declare(front, loop->variable));
    } else if (clang_Cursor_isNull(loop->variable) == 0) {
        node_id declare = front_declare_only(front, loop->variable);
        if (front->objects.n == mark && clang_Cursor_isNull(loop->bindings)) {
            return front_statement_node(front, loop->body);
        }
        list_add(front, &list, declare);
    }
    if (clang_Cursor_isNull(loop->bindings) == 0 && clang_Cursor_isNull(loop->range) == 0) {
        front_bindings(front, &list, loop->bindings, loop->range);
    }
    list_add(front, &list, front_statement_node(front, loop->body));
    front_end_scope(front, &list, mark);
    node_id node = node_add(front, NODE_BLOCK);
    node_set_children(front, node, list);
    return node;
}

/* As the language has it. */
static node_id written_out(struct front *front, const struct range_loop *loop, CXCursor cursor)
{
    uint32_t mark = front->objects.n;
    CXCursor first = clang_Cursor_getVarDeclInitializer(loop->begin);
    CXCursor range = hidden_in(first);
    struct list list = {0};
    sym_id ranged = {0};
    if (clang_Cursor_isNull(range) == 0) {
        list_add(front, &list, front_declare(front, range));
        ranged = front_symbol(front, range);
    }
    list_add(front, &list, front_declare(front, loop->begin));
    call_end(front, &list, loop, ranged);
    struct list parts = {0};
    list_add(front, &parts, node_add(front, NODE_NONE));
    list_add(front, &parts, condition(front, loop));
    node_id step = call_operator(front, loop, "operator++", 0);
    step = or_skipped(front, loop, step, "operator++ of the loop's iterator");
    node_id body = body_of(front, loop, true);
    list_add(front, &parts, step.i != 0 ? step : node_add(front, NODE_NONE));
    list_add(front, &parts, body);
    node_id node = node_add(front, NODE_FOR);
    node_set_children(front, node, parts);
    node_place(front, node, cursor);
    list_add(front, &list, node);
    front_end_scope(front, &list, mark);
    node_id block = node_add(front, NODE_BLOCK);
    node_set_children(front, block, list);
    return block;
}

/* True if begin() is a function of the project's. */
static bool is_own(const struct range_loop *loop)
{
    if (clang_Cursor_isNull(loop->begin) || clang_Cursor_isNull(loop->range)) {
        return false;
    }
    CXCursor function = called_in(clang_Cursor_getVarDeclInitializer(loop->begin));
    return clang_Cursor_isNull(function) == 0 && !front_in_std(function);
}

node_id front_range_for(struct front *front, CXCursor cursor)
{
    struct range_loop loop = parts_of(front, cursor);
    if (clang_Cursor_isNull(loop.body)) {
        return node_add(front, NODE_OPAQUE);
    }
    if (is_own(&loop)) {
        return written_out(front, &loop, cursor);
    }
    uint32_t mark = front->objects.n;
    uint32_t mark_temporaries = front->temporaries.n;
    struct list list = {0};
    struct list all = {0};
    if (clang_Cursor_isNull(loop.range) == 0) {
        node_id range = front_expression(front, loop.range);
        front_extend_temporary(front, range, mark_temporaries);
        list_add(front, &list, range);
    } else {
        list_add(front, &list, node_add(front, NODE_OPAQUE));
    }
    list_add(front, &list, body_of(front, &loop, false));
    node_id node = node_add(front, NODE_RANGE_FOR);
    node_set_children(front, node, list);
    node_place(front, node, cursor);
    if (clang_Cursor_isNull(loop.variable) == 0) {
        sym_id sym = front_symbol(front, loop.variable);
        node_at(front, node)->sym = sym;
    }
    list_add(front, &all, node);
    front_end_temporaries(front, &all, mark_temporaries);
    front_end_scope(front, &all, mark);
    if (all.first.i == all.last.i) {
        return node;
    }
    node_id block = node_add(front, NODE_BLOCK);
    node_set_children(front, block, all);
    return block;
}
