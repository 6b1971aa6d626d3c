/*
 * owners.c - what the owners of the standard library destroy: smart pointers, containers, optional
 * values.
 *
 * Bodies of `std` are not read.  An owner's destructor gets a body of its own: if it holds
 * something, which is not known, what it holds is destroyed.  Owners of what nobody's code
 * destroys, such as std::vector<int>, get none; what deleters do says deleters.c.
 *
 * That counts for globals and for members, and for what reset(), clear() and `= nullptr` empty.  A
 * local owner has mostly been moved from when its scope ends; it counts if something was made for
 * it or put into it, and it is used for nothing but to look at that or to add to it.  What is
 * replaced by something else, and what a std::any holds, is said not to be followed.
 */
#include "facts/clang/front.h"

#include <string.h>

enum { EVERY = 64 }; /* all template arguments */

/* An owner: how many of its template arguments, from the first, are what it holds. */
struct owner {
    const char *name;
    int n_held;
    bool points; /* to an object made by `new`, perhaps of a derived class */
    bool hides;  /* its type does not say what it holds */
};

static const struct owner owners[] = {
    {"unique_ptr", 1, true, false},
    {"shared_ptr", 1, true, false},
    {"optional", 1, false, false},
    {"vector", 1, false, false},
    {"deque", 1, false, false},
    {"list", 1, false, false},
    {"forward_list", 1, false, false},
    {"array", 1, false, false},
    {"set", 1, false, false},
    {"multiset", 1, false, false},
    {"unordered_set", 1, false, false},
    {"unordered_multiset", 1, false, false},
    {"queue", 1, false, false},
    {"stack", 1, false, false},
    {"map", 2, false, false},
    {"multimap", 2, false, false},
    {"unordered_map", 2, false, false},
    {"unordered_multimap", 2, false, false},
    {"pair", 2, false, false},
    {"tuple", EVERY, false, false},
    {"variant", EVERY, false, false},
    {"any", 0, false, true},
};

static const char hidden[] = "what a std::any holds is destroyed";

static const struct owner *owner_of(struct front *front, CXCursor record)
{
    const char *name = front_string(front->scratch, clang_getCursorSpelling(record));
    size_t len = strcspn(name, "<");
    for (size_t i = 0; i < sizeof owners / sizeof *owners; i++) {
        if (strlen(owners[i].name) == len && strncmp(owners[i].name, name, len) == 0) {
            return front_in_std(record) ? &owners[i] : NULL;
        }
    }
    return NULL;
}

/* The destructor of what the argument at this position stands for; 0: nothing runs. */
static sym_id held(struct front *front, const struct owner *owner, CXType type, int position)
{
    if (position >= owner->n_held || (owner->points && front_has_deleter(type))) {
        return (sym_id){0};
    }
    return front_destructor(front, clang_Type_getTemplateArgumentAsType(type, (unsigned)position));
}

enum beginning front_owner_begins(struct front *front, CXCursor record)
{
    static const char *const full[] = {"array", "pair", "tuple", "variant"};
    const struct owner *owner = owner_of(front, record);
    enum beginning begins = owner != NULL ? BEGINS_EMPTY : BEGINS_OTHERWISE;
    for (size_t i = 0; i < sizeof full / sizeof *full && owner != NULL; i++) {
        begins = strcmp(owner->name, full[i]) == 0 ? BEGINS_WITH_EMPTY_ONES : begins;
    }
    return begins;
}

bool front_owns(struct front *front, CXType type, CXCursor record)
{
    const struct owner *owner = owner_of(front, record);
    int n = owner == NULL ? 0 : clang_Type_getNumTemplateArguments(type);
    for (int i = 0; i < n; i++) {
        if (held(front, owner, type, i).i != 0) {
            return true;
        }
    }
    return owner != NULL && (owner->hides || front_has_deleter(type));
}

static node_id destroy_one(struct front *front, sym_id destructor, bool points)
{
    bool dynamic = points && (front_symbol_at(front, destructor)->flags & SYMBOL_VIRTUAL) != 0;
    node_id object = node_add(front, NODE_OPAQUE);
    node_id destroy = node_with(front, NODE_DESTROY, object);
    node_at(front, destroy)->sym = destructor;
    node_at(front, destroy)->flags |= NODE_IMPLICIT | (dynamic ? NODE_DYNAMIC : 0);
    node_at(front, destroy)->where = front_symbol_at(front, destructor)->where;
    return destroy;
}

/* `if (...) destroy` what one argument stands for. */
static void destroy_held(struct front *front, struct list *list, sym_id destructor, bool points)
{
    node_id destroy = destroy_one(front, destructor, points);
    struct list parts = {0};
    list_add(front, &parts, node_add(front, NODE_OPAQUE));
    list_add(front, &parts, node_with(front, NODE_BLOCK, destroy));
    node_id test = node_add(front, NODE_IF);
    node_set_children(front, test, parts);
    list_add(front, list, test);
}

/* A std::thread that an owner holds ends the process if nobody has joined it: which threads these
 * are is not known. */
static void destroy_thread(struct front *front, struct list *list, CXCursor owner, CXType held)
{
    static const char *const thread = "thread";
    CXCursor record = clang_getTypeDeclaration(clang_getCanonicalType(held));
    if (front_has_name(record, &thread, 1) && front_in_std(record)) {
        const char *name = front_string(front->scratch, clang_getCursorSpelling(owner));
        list_add(front, list,
                 node_skipped(front, owner,
                              arena_printf(front->arena,
                                           "threads of a std::%s may still be joinable when it is "
                                           "destroyed, which ends the process",
                                           name)));
    }
}

void front_destroy_owned(struct front *front, struct list *list, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    CXCursor record = front_definition(clang_getTypeDeclaration(canonical));
    const struct owner *owner = owner_of(front, record);
    int n = owner == NULL ? 0 : clang_Type_getNumTemplateArguments(canonical);
    for (int i = 0; i < n; i++) {
        sym_id destructor = held(front, owner, canonical, i);
        if (destructor.i != 0) {
            destroy_held(front, list, destructor, owner->points);
            destroy_thread(front, list, record,
                           clang_Type_getTemplateArgumentAsType(canonical, (unsigned)i));
        }
    }
    if (owner != NULL && front_has_deleter(canonical)) {
        front_call_deleter(front, list, canonical);
    }
    if (owner != NULL && owner->hides) {
        list_add(front, list, node_skipped(front, record, hidden));
    }
}

void front_want_owner(struct front *front, CXType type, CXCursor record, sym_id sym)
{
    if (sym.i != 0 && front_owns(front, type, record) && front_claim(front, sym)) {
        struct implicit_member member = {.type = type, .sym = sym, .owns = true};
        VEC_PUSH(front->scratch, &front->implicit, member);
    }
}

/* ---- what is certainly held ---- */

static bool is_one_of(CXCursor cursor, const char *const *names)
{
    CXString spelling = clang_getCursorSpelling(cursor);
    const char *name = clang_getCString(spelling);
    bool found = false;
    for (; name != NULL && *names != NULL && !found; names++) {
        found = strcmp(name, *names) == 0;
    }
    clang_disposeString(spelling);
    return found;
}

/* A look through the function of a local owner. */
struct owner_look {
    CXCursor variable;
    bool given_away; /* it is mentioned where it may be moved from, emptied or changed */
    bool filled;     /* something is made for it, or put into it */
};

static enum CXChildVisitResult look_at_mention(CXCursor cursor, CXCursor parent, CXClientData data)
{
    static const char *const plain[] = {"operator->", "operator*", "operator bool", "operator[]",
                                        "get",        "size",      "empty",         "begin",
                                        "end",        "front",     "back",          NULL};
    static const char *const fills[] = {"push_back", "emplace_back", "insert", "emplace", NULL};
    (void)parent;
    struct owner_look *look = data;
    CXCursor referenced = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(cursor) == CXCursor_DeclRefExpr &&
        clang_equalCursors(referenced, look->variable)) {
        look->given_away = true;
        return CXChildVisit_Break;
    }
    bool filling = is_one_of(referenced, fills);
    if (clang_getCursorKind(cursor) != CXCursor_CallExpr || !front_in_std(referenced) ||
        (!filling && !is_one_of(referenced, plain))) {
        return CXChildVisit_Recurse;
    }
    look->filled |= filling;
    int n = clang_Cursor_getNumArguments(cursor);
    for (int i = 0; i < n && filling; i++) {
        CXCursor argument = clang_Cursor_getArgument(cursor, (unsigned)i);
        if (look_at_mention(argument, cursor, look) == CXChildVisit_Recurse) {
            clang_visitChildren(argument, look_at_mention, look);
        }
    }
    return CXChildVisit_Continue;
}

static enum CXChildVisitResult look_at_initialiser(CXCursor cursor, CXCursor parent,
                                                   CXClientData data)
{
    static const char *const makers[] = {"make_unique", "make_shared", NULL};
    (void)parent;
    struct owner_look *look = data;
    bool makes = clang_getCursorKind(cursor) == CXCursor_CXXNewExpr ||
                 (clang_getCursorKind(cursor) == CXCursor_CallExpr &&
                  is_one_of(clang_getCursorReferenced(cursor), makers));
    look->filled |= makes;
    return makes ? CXChildVisit_Break : CXChildVisit_Recurse;
}

/* True if the only argument, or the value that is assigned, is a null pointer or `{}`. */
static bool is_null(CXCursor argument)
{
    for (int guard = 0; guard < 8; guard++) {
        enum CXCursorKind kind = clang_getCursorKind(argument);
        if (kind == CXCursor_CXXNullPtrLiteralExpr || kind == CXCursor_GNUNullExpr) {
            return true;
        }
        CXCursor child = argument;
        clang_visitChildren(argument, front_first_child, &child);
        if (clang_equalCursors(child, argument)) {
            break;
        }
        argument = child;
    }
    CXFile file = NULL; /* a default argument stands nowhere */
    clang_getExpansionLocation(clang_getCursorLocation(argument), &file, NULL, NULL, NULL);
    return file == NULL;
}

/* True if a pointer with a deleter is made from something that is not null. */
static bool is_given_a_handle(CXCursor variable, CXType type)
{
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(variable);
    static const char *const counted[] = {"shared_ptr", NULL};
    CXCursor deleter = front_deleter_of(variable);
    if (!clang_Cursor_isNull(deleter) && is_one_of(clang_getTypeDeclaration(type), counted)) {
        return true; /* also of a null pointer */
    }
    if (!clang_Cursor_isNull(deleter)) {
        return !is_null(front_deleted_value(variable));
    }
    return front_has_deleter(type) && clang_getCursorKind(initialiser) == CXCursor_CallExpr &&
           clang_Cursor_getNumArguments(initialiser) == 1 &&
           !is_null(clang_Cursor_getArgument(initialiser, 0));
}

bool front_owns_certainly(struct front *front, CXCursor variable)
{
    struct owner_look look = {.variable = variable};
    CXType type = clang_getCanonicalType(clang_getCursorType(variable));
    CXCursor function = clang_getCursorSemanticParent(variable);
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(variable);
    if (clang_Cursor_isNull(initialiser) || clang_Cursor_isNull(function)) {
        return false;
    }
    const struct owner *owner = owner_of(front, front_definition(clang_getTypeDeclaration(type)));
    if (owner != NULL && !owner->points && clang_Cursor_getNumArguments(initialiser) > 0 &&
        clang_getCursorKind(initialiser) == CXCursor_CallExpr) {
        look.filled = true;
    }
    look.filled |= is_given_a_handle(variable, type);
    if (look_at_initialiser(initialiser, initialiser, &look) == CXChildVisit_Recurse) {
        clang_visitChildren(initialiser, look_at_initialiser, &look);
    }
    clang_visitChildren(function, look_at_mention, &look);
    return look.filled && !look.given_away;
}

/* ---- what is emptied or replaced ---- */

enum ending { KEEPS, EMPTIES, REPLACES };

/* What a call does to what the owner holds. */
static enum ending ending_of(CXCursor call, CXCursor function, const struct owner *owner)
{
    static const char *const reset[] = {"reset", NULL};
    static const char *const assigns[] = {"operator=", NULL};
    static const char *const clears[] = {"clear",     "reset", "erase",
                                         "pop_back",  "pop",   "pop_front",
                                         "remove_if", NULL};
    int n = clang_Cursor_getNumArguments(call);
    if (is_one_of(function, assigns) && n == 2) {
        bool null = owner->points && is_null(clang_Cursor_getArgument(call, 1));
        return null ? EMPTIES : REPLACES;
    }
    if (!owner->points) {
        return is_one_of(function, clears) ? EMPTIES : KEEPS;
    }
    if (!is_one_of(function, reset)) {
        return KEEPS;
    }
    return n == 0 || is_null(clang_Cursor_getArgument(call, 0)) ? EMPTIES : REPLACES;
}

/* True if a constructor gives a member of its object something: that holds nothing yet, mostly. */
static bool is_first(struct front *front, CXCursor call)
{
    sym_id function = front->body == NULL ? (sym_id){0} : front->body->function;
    if (function.i == 0 || front_symbol_at(front, function)->kind != SYMBOL_CONSTRUCTOR) {
        return false;
    }
    CXCursor at = call;
    for (int guard = 0; guard < 8; guard++) {
        CXCursor child = clang_getNullCursor();
        clang_visitChildren(at, front_first_child, &child);
        if (clang_Cursor_isNull(child)) {
            break;
        }
        at = child;
        if (clang_getCursorKind(clang_getCursorReferenced(at)) == CXCursor_FieldDecl) {
            CXCursor object = clang_getNullCursor();
            clang_visitChildren(at, front_first_child, &object);
            return clang_Cursor_isNull(object) ||
                   clang_getCursorKind(object) == CXCursor_CXXThisExpr;
        }
    }
    return false;
}

/* `...  ? destroy : nothing` */
static node_id perhaps(struct front *front, node_id destroy)
{
    struct list parts = {0};
    list_add(front, &parts, node_add(front, NODE_OPAQUE));
    list_add(front, &parts, destroy);
    list_add(front, &parts, node_add(front, NODE_OPAQUE));
    node_id choice = node_add(front, NODE_COND);
    node_set_children(front, choice, parts);
    return choice;
}

/* Appends the destruction of what the owner loses by the call; what is replaced is only said to be
 * lost: mostly there is nothing. */
static void lose_held(struct front *front, struct list *list, CXCursor call, enum ending ending,
                      CXType type)
{
    CXCursor record = clang_getTypeDeclaration(type);
    const struct owner *owner = owner_of(front, record);
    int n = clang_Type_getNumTemplateArguments(type);
    bool loses = owner->hides || (owner->points && front_has_deleter(type));
    for (int i = 0; i < n; i++) {
        sym_id destructor = held(front, owner, type, i);
        loses |= destructor.i != 0;
        if (destructor.i != 0 && ending == EMPTIES) {
            node_id destroy = destroy_one(front, destructor, owner->points);
            where_id where = front_where(front, clang_getCursorLocation(call));
            node_at(front, destroy)->where = where;
            list_add(front, list, perhaps(front, destroy));
        }
    }
    if (loses && ending == EMPTIES && owner->hides) {
        list_add(front, list, node_skipped(front, call, hidden));
    } else if (loses && ending == REPLACES && !is_first(front, call)) {
        const char *name = front_string(front->scratch, clang_getCursorSpelling(record));
        list_add(front, list,
                 node_skipped(front, call,
                              arena_printf(front->arena,
                                           "what the std::%s held before is destroyed", name)));
    }
}

node_id front_empty_owner(struct front *front, CXCursor call, CXCursor function, node_id node)
{
    if (clang_getCursorKind(function) != CXCursor_CXXMethod || !front_in_std(function)) {
        return node;
    }
    CXCursor record = clang_getCursorSemanticParent(function);
    CXType type = clang_getCanonicalType(clang_getCursorType(record));
    const struct owner *owner = owner_of(front, record);
    enum ending ending = owner == NULL ? KEEPS : ending_of(call, function, owner);
    if (ending == KEEPS) {
        return node;
    }
    struct list list = {0};
    list_add(front, &list, node);
    lose_held(front, &list, call, ending, type);
    if (list.first.i == list.last.i) {
        return node;
    }
    node_id both = node_add(front, NODE_COMMA);
    node_set_children(front, both, list);
    return both;
}
