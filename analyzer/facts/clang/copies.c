/*
 * copies.c - copy and move constructors that nobody wrote, constructors that are inherited, and the
 * operator new and operator delete of a class.
 *
 * A copy constructor that the compiler writes calls those of bases and fields.  It is composed only
 * where that reaches a constructor of the project's; any other copy is the object itself.  Of class
 * templates nothing is looked for.
 */
#include "facts/clang/front.h"

#include <string.h>

static CXCursor record_of(CXType type)
{
    return front_definition(clang_getTypeDeclaration(clang_getCanonicalType(type)));
}

/* Finds the constructor that copies or moves; the one that copies also moves. */
static bool find_copy(struct front *front, CXCursor record, bool moves, CXCursor *found)
{
    struct span span = front_children(front, record);
    bool any = false;
    bool exact = false;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) != CXCursor_Constructor) {
            continue;
        }
        bool copy = clang_CXXConstructor_isCopyConstructor(child) != 0;
        bool move = clang_CXXConstructor_isMoveConstructor(child) != 0;
        if ((move && moves) || (copy && !exact)) {
            *found = child;
            any = true;
            exact = move == moves;
        }
    }
    front_pop(front, span);
    return any;
}

static bool parts_copy(struct front *front, CXType type, bool moves)
{
    struct bases bases = front_bases(front, type);
    struct cursors fields = front_fields(front, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        if (front_copy_constructor(front, bases.at[i].type, moves).i != 0) {
            return true;
        }
    }
    for (uint32_t i = 0; i < fields.n; i++) {
        if (front_copy_constructor(front, clang_getCursorType(fields.at[i]), moves).i != 0) {
            return true;
        }
    }
    return false;
}

static sym_id composed(struct front *front, CXType type, CXCursor record, bool moves)
{
    if (!parts_copy(front, type, moves)) {
        return (sym_id){0};
    }
    sym_id sym = front_special_member(front, record, moves ? "move " : "copy ", SYMBOL_CONSTRUCTOR);
    if (front_claim(front, sym)) {
        const char *name = front_string(front->scratch, clang_getCursorSpelling(record));
        bool namespaced = false;
        const char *qualified = front_qualified_name(front, record, &namespaced);
        front_symbol_at(front, sym)->name = arena_printf(front->arena, "%s::%s", qualified, name);
        struct implicit_member member = {.type = type, .sym = sym, .copies = true, .moves = moves};
        VEC_PUSH(front->scratch, &front->implicit, member);
    }
    return sym;
}

sym_id front_copy_constructor(struct front *front, CXType type, bool moves)
{
    if (type.kind == CXType_Invalid) {
        return (sym_id){0};
    }
    CXType element = front_element_type(type);
    CXCursor record = record_of(element);
    if (element.kind != CXType_Record || !front->unit->cplusplus || front_in_std(record) ||
        clang_getCursorKind(record) == CXCursor_UnionDecl) {
        return (sym_id){0};
    }
    const char *usr = front_string(front->scratch, clang_getCursorUSR(record));
    const char *key = arena_printf(front->scratch, "%s %s", moves ? "move" : "copy", usr);
    uint32_t known = 0;
    if (strmap_get(front->members_of, key, &known)) {
        return (sym_id){known};
    }
    strmap_put(front->members_of, key, 0);
    CXCursor found = clang_getNullCursor();
    bool written = find_copy(front, record, moves, &found) && !clang_CXXMethod_isDefaulted(found);
    sym_id sym = written ? front_symbol(front, found) : composed(front, element, record, moves);
    strmap_put(front->members_of, key, sym.i);
    return sym;
}

/* `other.field` */
static node_id field_of(struct front *front, sym_id other, CXCursor field)
{
    sym_id sym = front_symbol(front, field);
    node_id node = node_with(front, NODE_FIELD, node_ref(front, other));
    node_at(front, node)->sym = sym;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    return node;
}

static node_id copied(struct front *front, sym_id constructor, node_id from, CXCursor at)
{
    if (constructor.i == 0) {
        return from;
    }
    node_id node = node_with(front, NODE_CONSTRUCT, from);
    node_at(front, node)->sym = constructor;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_place(front, node, at);
    return node;
}

void front_copy_members(struct front *front, struct list *list,
                        const struct implicit_member *member, sym_id other)
{
    struct bases bases = front_bases(front, member->type);
    struct cursors fields = front_fields(front, member->type);
    for (uint32_t i = 0; i < bases.n; i++) {
        CXType type = bases.at[i].type;
        sym_id constructor = front_copy_constructor(front, type, member->moves);
        if (constructor.i != 0) {
            node_id node = copied(front, constructor, node_ref(front, other), bases.at[i].at);
            list_add(front, list, front_construct_self(front, node));
        }
    }
    for (uint32_t i = 0; i < fields.n; i++) {
        CXType type = clang_getCursorType(fields.at[i]);
        sym_id constructor = front_copy_constructor(front, type, member->moves);
        node_id from = field_of(front, other, fields.at[i]);
        node_id value = copied(front, constructor, from, fields.at[i]);
        list_add(front, list, front_assign_field(front, fields.at[i], value));
    }
}

/* ---- inherited constructors ---- */

static const char *plain_name(struct front *front, CXCursor cursor)
{
    const char *name = front_string(front->scratch, clang_getCursorSpelling(cursor));
    return arena_strndup(front->scratch, name, strcspn(name, "<"));
}

bool front_is_inherited(struct front *front, CXCursor constructor)
{
    CXCursor record = clang_getCursorSemanticParent(constructor);
    return clang_getCursorKind(constructor) == CXCursor_Constructor &&
           strcmp(plain_name(front, constructor), plain_name(front, record)) != 0;
}

/* The constructor of the base that takes the same parameters. */
static CXCursor same_in_base(struct front *front, CXCursor constructor, CXCursor base)
{
    CXCursor found = clang_getNullCursor();
    CXType wanted = clang_getCanonicalType(clang_getCursorType(constructor));
    struct span span = front_children(front, base);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_Constructor &&
            clang_equalTypes(wanted, clang_getCanonicalType(clang_getCursorType(child))) != 0) {
            found = child;
        }
    }
    front_pop(front, span);
    return found;
}

node_id front_inherited_base(struct front *front, CXCursor constructor, CXType base)
{
    CXCursor record = record_of(base);
    CXCursor same = clang_getNullCursor();
    if (strcmp(plain_name(front, constructor), plain_name(front, record)) == 0) {
        same = same_in_base(front, constructor, record);
    }
    if (clang_Cursor_isNull(same)) {
        return (node_id){0};
    }
    struct list arguments = {0};
    int n = clang_Cursor_getNumArguments(constructor);
    for (int i = 0; i < n; i++) {
        sym_id param = front_symbol(front, clang_Cursor_getArgument(constructor, (unsigned)i));
        list_add(front, &arguments, node_ref(front, param));
    }
    sym_id sym = front_symbol(front, same);
    node_id node = node_add(front, NODE_CONSTRUCT);
    node_set_children(front, node, arguments);
    node_at(front, node)->sym = sym;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_place(front, node, constructor);
    return node;
}

/* ---- operator new and operator delete ---- */

/* Finds the operator with this word, in the class or its bases. */
static CXCursor find_operator(struct front *front, CXType type, const char *wanted, int depth)
{
    CXCursor found = clang_getNullCursor();
    if (clang_getCanonicalType(type).kind != CXType_Record || depth > 16) {
        return found;
    }
    struct span span = front_children(front, record_of(type));
    for (uint32_t i = 0; i < span.n && clang_Cursor_isNull(found); i++) {
        CXCursor child = front_child(front, span, i);
        const char *name = front_string(front->scratch, clang_getCursorSpelling(child));
        bool fits = clang_getCursorKind(child) == CXCursor_CXXMethod &&
                    strncmp(name, "operator ", 9) == 0 && strcmp(name + 9, wanted) == 0;
        found = fits ? child : found;
    }
    front_pop(front, span);
    struct bases bases = front_bases(front, type);
    for (uint32_t i = 0; i < bases.n && clang_Cursor_isNull(found); i++) {
        found = find_operator(front, bases.at[i].type, wanted, depth + 1);
    }
    return found;
}

/* True if the text of `new T[n]` or `delete[] p` has a bracket, or begins with `::`. */
static bool has_text(struct front *front, CXCursor cursor, const char *wanted, size_t most)
{
    CXSourceRange extent = clang_getCursorExtent(cursor);
    struct spot begin = front_spot(front, clang_getRangeStart(extent));
    struct spot end = front_spot(front, clang_getRangeEnd(extent));
    const char *text = front_text(front, clang_getRangeStart(extent), false);
    if (text == NULL || begin.file != end.file || end.offset < begin.offset) {
        return false;
    }
    size_t len = end.offset - begin.offset;
    const char *at = strstr(text, wanted);
    return at != NULL && (size_t)(at - text) < (len < most ? len : most);
}

/* True if something in parentheses follows `new`: what a placement operator gets. */
static bool is_placed(struct front *front, CXCursor cursor)
{
    const char *text =
        front_text(front, clang_getRangeStart(clang_getCursorExtent(cursor)), false);
    if (text != NULL && strncmp(text, "::", 2) == 0) {
        text += 2;
    }
    text = text == NULL || strncmp(text, "new", 3) != 0 ? "(" : text + 3;
    text += strspn(text, " \t\r\n");
    return *text == '(';
}

enum node_heap front_heap(struct front *front, CXCursor cursor, bool deletes)
{
    if (!front->unit->cplusplus || (!deletes && is_placed(front, cursor))) {
        return NODE_HEAP_OTHER;
    }
    bool array = has_text(front, cursor, "[", deletes ? strlen("delete []") : SIZE_MAX);
    return array ? NODE_HEAP_ARRAY : NODE_HEAP_ONE;
}

node_id front_allocator_call(struct front *front, CXCursor cursor, CXType type, bool deletes)
{
    if (has_text(front, cursor, "::", 1) || type.kind == CXType_Invalid) {
        return (node_id){0};
    }
    bool array = has_text(front, cursor, "[", deletes ? strlen("delete []") : SIZE_MAX);
    const char *names[] = {"new", "new[]", "delete", "delete[]"};
    CXCursor function = find_operator(front, type, names[2 * deletes + array], 0);
    if (clang_Cursor_isNull(function)) {
        return (node_id){0};
    }
    struct list list = {0};
    list_add(front, &list, node_ref(front, front_symbol(front, function)));
    int n = clang_Cursor_getNumArguments(function);
    for (int i = 0; i < n; i++) {
        list_add(front, &list, node_add(front, NODE_OPAQUE));
    }
    node_id node = node_add(front, NODE_CALL);
    node_set_children(front, node, list);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_place(front, node, cursor);
    return node;
}
