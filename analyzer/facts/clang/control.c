/*
 * control.c - conditions, loops and switches.
 *
 * clang leaves out the parts that a `for` does not have; which ones they are follows from where the
 * others stand against the two semicolons in the text.  Declarations in a condition stand before
 * the statement, in a block of their own.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

/* Where the parts of a `for` end, as offsets from its keyword. */
struct for_marks {
    size_t semicolons[2], close;
};

/* Returns the position behind a string, character or comment that begins here, else the same. */
static size_t skip_token(const char *text, size_t at)
{
    if (text[at] == '"' || text[at] == '\'') {
        char quote = text[at++];
        while (text[at] && text[at] != quote) {
            at += text[at] == '\\' && text[at + 1] ? 2 : 1;
        }
        return text[at] ? at + 1 : at;
    }
    if (text[at] == '/' && text[at + 1] == '/') {
        return at + strcspn(text + at, "\n");
    }
    if (text[at] == '/' && text[at + 1] == '*') {
        const char *end = strstr(text + at + 2, "*/");
        return end ? (size_t)(end - text) + 2 : at + strlen(text + at);
    }
    return at;
}

static bool find_marks(const char *text, struct for_marks *marks)
{
    if (!text || strncmp(text, "for", 3) != 0) {
        return false;
    }
    int depth = 0;
    int n = 0;
    for (size_t at = 3; text[at];) {
        size_t next = skip_token(text, at);
        if (next != at) {
            at = next;
            continue;
        }
        char c = text[at];
        depth += c == '(' || c == '{' || c == '[' ? 1 : 0;
        depth -= c == ')' || c == '}' || c == ']' ? 1 : 0;
        if (c == ';' && depth == 1 && n < 2) {
            marks->semicolons[n++] = at;
        }
        if (c == ')' && depth == 0) {
            marks->close = at;
            return n == 2;
        }
        at++;
    }
    return false;
}

/* Which of the four parts the child is, from its place; 4 if that cannot be told. */
static uint32_t part_by_place(CXCursor loop, CXCursor child, const struct for_marks *marks)
{
    CXFile loop_file = NULL;
    CXFile file = NULL;
    unsigned begin = 0;
    unsigned offset = 0;
    clang_getExpansionLocation(clang_getCursorLocation(loop), &loop_file, NULL, NULL, &begin);
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(child));
    clang_getExpansionLocation(start, &file, NULL, NULL, &offset);
    if (file != loop_file || offset < begin) {
        return 4;
    }
    size_t at = offset - begin;
    return at <= marks->semicolons[0]   ? 0
           : at <= marks->semicolons[1] ? 1
           : at < marks->close          ? 2
                                        : 3;
}

/* A guess for a `for` inside a macro: by what usually stands there. */
static uint32_t part_by_kind(CXCursor child, uint32_t i, uint32_t n)
{
    if (n == 4 || i + 1 == n) {
        return n == 4 ? i : 3;
    }
    enum CXCursorKind kind = clang_getCursorKind(child);
    bool assigns = clang_getCursorBinaryOperatorKind(child) == CXBinaryOperator_Assign;
    if (i == 0 && (kind == CXCursor_DeclStmt || assigns)) {
        return 0;
    }
    bool steps = kind == CXCursor_UnaryOperator || kind == CXCursor_CompoundAssignOperator ||
                 assigns || (kind == CXCursor_BinaryOperator && i > 0);
    return steps && i + 2 == n ? 2 : 1;
}

/* Appends a statement; of a block, its statements. */
static void take_apart(struct front *front, struct list *list, node_id statement)
{
    if (node_at(front, statement)->kind != NODE_BLOCK) {
        list_add(front, list, statement);
        return;
    }
    for (node_id c = node_at(front, statement)->first; c.i != 0;) {
        node_id next = node_at(front, c)->next;
        list_add(front, list, c);
        c = next;
    }
}

/* The statement with what is declared before it, and the destructors of that behind it. */
static node_id close_scope(struct front *front, struct list before, node_id node, uint32_t mark)
{
    if (before.first.i == 0 && front->objects.n == mark) {
        return node;
    }
    list_add(front, &before, node);
    front_end_scope(front, &before, mark);
    node_id block = node_add(front, NODE_BLOCK);
    node_set_children(front, block, before);
    return block;
}

static node_id for_loop(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    struct for_marks marks = {0};
    CXSourceLocation location = clang_getCursorLocation(cursor);
    bool placed =
        !front_in_macro(location) && find_marks(front_text(front, location, false), &marks);
    node_id parts[4] = {{0}, {0}, {0}, {0}};
    uint32_t mark = front->objects.n;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        uint32_t part = i + 1 == span.n ? 3
                        : placed        ? part_by_place(cursor, child, &marks)
                                        : part_by_kind(child, i, span.n);
        if (clang_getCursorKind(child) == CXCursor_VarDecl) {
            front_declare(front, child);
            continue;
        }
        node_id node = front_statement_node(front, child);
        parts[part < 4 ? part : 1] = node;
    }
    front_pop(front, span);
    struct list before = {0};
    if (front->objects.n > mark && parts[0].i) { /* what is destroyed stands in a block */
        take_apart(front, &before, parts[0]);
        parts[0] = (node_id){0};
    }
    struct list list = {0};
    for (uint32_t i = 0; i < 4; i++) {
        list_add(front, &list, parts[i].i ? parts[i] : node_add(front, NODE_NONE));
    }
    node_id node = node_add(front, NODE_FOR);
    node_set_children(front, node, list);
    node_place(front, node, cursor);
    return close_scope(front, before, node, mark);
}

/* Takes declarations and, if there are too many children, an init statement off the front. */
static void take_init(struct front *front, struct span *span, struct list *before, uint32_t max)
{
    while (span->n > 0) {
        CXCursor child = front_child(front, *span, 0);
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_VarDecl) {
            list_add(front, before, front_declare(front, child));
        } else if (kind == CXCursor_DeclStmt || kind == CXCursor_NullStmt || span->n > max) {
            front_statement(front, before, child);
        } else {
            return;
        }
        span->at++;
        span->n--;
    }
}

/* True if the value of the expression hangs on something that could not be read. */
static bool is_unread(const struct front *front, node_id node)
{
    const struct node *n = &front->unit->nodes.at[node.i];
    if (n->kind == NODE_OPAQUE) {
        return n->first.i == 0;
    }
    bool operates = n->kind == NODE_UNARY || n->kind == NODE_BINARY || n->kind == NODE_AND ||
                    n->kind == NODE_OR;
    for (node_id c = n->first; c.i != 0 && operates; c = front->unit->nodes.at[c.i].next) {
        if (is_unread(front, c)) {
            return true;
        }
    }
    return false;
}

/* Marks a condition that an error left nothing of: what it chooses is a guess. */
static void mark_unread(struct front *front, node_id condition, CXCursor text)
{
    if (front->body && front->body->partial && condition.i != 0 && is_unread(front, condition) &&
        front_has_error(front, clang_getCursorExtent(text))) {
        node_at(front, condition)->flags |= NODE_BROKEN;
    }
}

/* Finds the first mention of a variable that is declared between the keyword and the mention. */
static enum CXChildVisitResult find_declared(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    CXCursor *at = data;
    CXCursor decl = clang_getCursorReferenced(cursor);
    if (clang_isStatement(clang_getCursorKind(cursor))) {
        return CXChildVisit_Continue;
    }
    if (clang_getCursorKind(decl) != CXCursor_VarDecl) {
        return CXChildVisit_Recurse;
    }
    CXFile files[2] = {NULL, NULL};
    unsigned begin = 0;
    unsigned declared = 0;
    clang_getExpansionLocation(clang_getCursorLocation(*at), &files[0], NULL, NULL, &begin);
    clang_getExpansionLocation(clang_getCursorLocation(decl), &files[1], NULL, NULL, &declared);
    if (files[0] != files[1] || declared < begin) {
        return CXChildVisit_Recurse;
    }
    *at = decl;
    return CXChildVisit_Break;
}

/* libclang leaves out the init statement of a `switch`: what it declares is found by its mention in
 * the value that is switched on. */
static void find_init(struct front *front, CXCursor statement, struct list *before)
{
    CXCursor found = statement;
    clang_visitChildren(statement, find_declared, &found);
    if (clang_getCursorKind(found) == CXCursor_VarDecl) {
        list_add(front, before, front_declare(front, found));
    }
}

/* if, while, switch: statements with a condition that may declare. */
static node_id conditional(struct front *front, CXCursor cursor, enum node_kind kind, uint32_t max)
{
    struct span all = front_children(front, cursor);
    struct span span = all;
    struct list before = {0};
    struct list list = {0};
    uint32_t mark = front->objects.n;
    take_init(front, &span, &before, max);
    if (kind == NODE_SWITCH && before.first.i == 0) {
        find_init(front, cursor, &before);
    }
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        node_id part = front_statement_node(front, child);
        if (i == 0 && (kind == NODE_IF || kind == NODE_SWITCH)) {
            mark_unread(front, part, child);
        }
        list_add(front, &list, part);
    }
    front_pop(front, all);
    node_id node = node_add(front, kind);
    node_set_children(front, node, list);
    node_place(front, node, cursor);
    return close_scope(front, before, node, mark);
}

static node_id case_label(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    int64_t value = 0;
    int64_t value2 = 0;
    literal_evaluate(front_child(front, span, 0), &value);
    value2 = value;
    if (span.n > 2) {
        literal_evaluate(front_child(front, span, 1), &value2);
    }
    node_id child = {0};
    if (span.n > 1) {
        child = front_statement_node(front, front_child(front, span, span.n - 1));
    }
    front_pop(front, span);
    node_id node = node_with(front, NODE_CASE, child);
    node_at(front, node)->value = value;
    node_at(front, node)->value2 = value2;
    node_place(front, node, cursor);
    return node;
}

static node_id default_label(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    node_id child = {0};
    if (span.n > 0) {
        child = front_statement_node(front, front_child(front, span, 0));
    }
    front_pop(front, span);
    node_id node = node_with(front, NODE_DEFAULT, child);
    node_place(front, node, cursor);
    return node;
}

static void remember_label(struct front *front, CXCursor cursor)
{
    if (front->body && front->body->partial) {
        VEC_PUSH(front->scratch, &front->body->known,
                 front_spot(front, clang_getCursorLocation(cursor)).offset);
    }
}

node_id front_jump(struct front *front, CXCursor cursor)
{
    switch (clang_getCursorKind(cursor)) {
    case CXCursor_IfStmt:
        return conditional(front, cursor, NODE_IF, 3);
    case CXCursor_SwitchStmt:
        return conditional(front, cursor, NODE_SWITCH, 2);
    case CXCursor_WhileStmt:
        return conditional(front, cursor, NODE_WHILE, 2);
    case CXCursor_DoStmt:
        return conditional(front, cursor, NODE_DO, 2);
    case CXCursor_CaseStmt:
        remember_label(front, cursor);
        return case_label(front, cursor);
    case CXCursor_DefaultStmt:
        remember_label(front, cursor);
        return default_label(front, cursor);
    case CXCursor_ForStmt:
        return for_loop(front, cursor);
    default:
        return front_range_for(front, cursor);
    }
}
