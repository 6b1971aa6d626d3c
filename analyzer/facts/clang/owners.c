/*
 * owners.c - what the owners of the standard library destroy: smart pointers, containers, optional
 * values.
 *
 * Bodies of `std` are not read.  An owner's destructor gets a body of its own: if it holds
 * something, which is not known, what it holds is destroyed.  Owners of what nobody's code
 * destroys, such as std::vector<int>, get none, nor do pointers with a deleter of their own.
 *
 * That counts for globals and for members.  A local owner has mostly been moved from when its scope
 * ends; we choose to miss what it destroys.
 */
#include "facts/clang/front.h"

#include <string.h>

enum { EVERY = 64 }; /* all template arguments */

/* An owner: how many of its template arguments, from the first, are what it holds. */
struct owner {
    const char *name;
    int n_held;
    bool points; /* to an object made by `new`, perhaps of a derived class */
};

static const struct owner owners[] = {
    {"unique_ptr", 1, true},    {"shared_ptr", 1, true},     {"optional", 1, false},
    {"vector", 1, false},       {"deque", 1, false},         {"list", 1, false},
    {"forward_list", 1, false}, {"array", 1, false},         {"set", 1, false},
    {"multiset", 1, false},     {"unordered_set", 1, false}, {"unordered_multiset", 1, false},
    {"queue", 1, false},        {"stack", 1, false},         {"map", 2, false},
    {"multimap", 2, false},     {"unordered_map", 2, false}, {"unordered_multimap", 2, false},
    {"pair", 2, false},         {"tuple", EVERY, false},     {"variant", EVERY, false},
};

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

/* True if the pointer's second template argument is a deleter of the project's. */
static bool has_deleter(CXType type)
{
    CXType deleter = clang_Type_getTemplateArgumentAsType(type, 1);
    CXCursor decl = clang_getTypeDeclaration(clang_getCanonicalType(deleter));
    return deleter.kind != CXType_Invalid && !front_in_std(decl);
}

/* The destructor of what the argument at this position stands for; 0: nothing runs. */
static sym_id held(struct front *front, const struct owner *owner, CXType type, int position)
{
    if (position >= owner->n_held || (owner->points && has_deleter(type))) {
        return (sym_id){0};
    }
    return front_destructor(front, clang_Type_getTemplateArgumentAsType(type, (unsigned)position));
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
    return false;
}

/* `if (...) destroy` what one argument stands for. */
static void destroy_held(struct front *front, struct list *list, sym_id destructor, bool points)
{
    bool dynamic = points && (front_symbol_at(front, destructor)->flags & SYMBOL_VIRTUAL) != 0;
    node_id object = node_add(front, NODE_OPAQUE);
    node_id destroy = node_with(front, NODE_DESTROY, object);
    node_at(front, destroy)->sym = destructor;
    node_at(front, destroy)->flags |= NODE_IMPLICIT | (dynamic ? NODE_DYNAMIC : 0);
    node_at(front, destroy)->where = front_symbol_at(front, destructor)->where;
    struct list parts = {0};
    list_add(front, &parts, node_add(front, NODE_OPAQUE));
    list_add(front, &parts, node_with(front, NODE_BLOCK, destroy));
    node_id test = node_add(front, NODE_IF);
    node_set_children(front, test, parts);
    list_add(front, list, test);
}

void front_destroy_owned(struct front *front, struct list *list, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    const struct owner *owner =
        owner_of(front, front_definition(clang_getTypeDeclaration(canonical)));
    int n = owner == NULL ? 0 : clang_Type_getNumTemplateArguments(canonical);
    for (int i = 0; i < n; i++) {
        sym_id destructor = held(front, owner, canonical, i);
        if (destructor.i != 0) {
            destroy_held(front, list, destructor, owner->points);
        }
    }
}

void front_want_owner(struct front *front, CXType type, CXCursor record, sym_id sym)
{
    if (sym.i != 0 && front_owns(front, type, record) && front_claim(front, sym)) {
        struct implicit_member member = {.type = type, .sym = sym, .owns = true};
        VEC_PUSH(front->scratch, &front->implicit, member);
    }
}
