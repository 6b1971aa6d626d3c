/*
 * created.c - of which classes are objects made, and which class does a variable have?
 *
 * Only objects of classes that are made somewhere can be what a virtual call finds.  A class is
 * made where a variable, field, parameter, `new` or temporary has its type; the part of an object
 * that is a base is not.  What a class template of the library is given by value (the elements of a
 * container), and what its functions that give objects are (`make_unique`), is taken to be made,
 * too; so are the arguments of every template whose instance is made, as these may be its bases.
 * Classes that cannot have virtual methods are left out, and abstract ones: nobody makes these.
 */
#include "facts/clang/front.h"

#include <string.h>

enum { MOST_ARGUMENT_DEPTH = 8 };

/* The record behind a type, through arrays; null if it is none. */
static CXCursor record_behind(CXType type)
{
    CXType element = front_element_type(type);
    return element.kind == CXType_Record ? front_definition(clang_getTypeDeclaration(element))
                                         : clang_getNullCursor();
}

const char *front_class_usr(struct front *front, CXType type)
{
    CXCursor record = record_behind(type);
    if (!front->unit->cplusplus || clang_Cursor_isNull(record) || front_in_std(record)) {
        return NULL;
    }
    front_record(front, record);
    const char *usr = front_string(front->arena, clang_getCursorUSR(record));
    return *usr ? usr : NULL;
}

/* True if a class of the library only points to what its argument is. */
static bool only_points(CXCursor record)
{
    static const char *const names[] = {"unique_ptr", "shared_ptr",         "weak_ptr",
                                        "auto_ptr",   "function",           "default_delete",
                                        "allocator",  "__shared_ptr_access"};
    CXString spelling = clang_getCursorSpelling(record);
    const char *name = clang_getCString(spelling);
    bool found = false;
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++) {
        found = found || strcmp(name, names[i]) == 0;
    }
    clang_disposeString(spelling);
    return found;
}

static void note_created(struct front *front, CXType type, unsigned depth)
{
    CXCursor record = record_behind(type);
    if (clang_Cursor_isNull(record) || depth > MOST_ARGUMENT_DEPTH) {
        return;
    }
    const char *usr = front_class_usr(front, type);
    if (usr) {
        uint32_t known = 0;
        if (strmap_get(front->created_usrs, usr, &known)) {
            return;
        }
        strmap_put(front->created_usrs, usr, 1);
        if (!clang_CXXRecord_isAbstract(record)) {
            VEC_PUSH(front->arena, &front->unit->created, usr);
        }
    }
    CXType element = front_element_type(type);
    int n = usr || !only_points(record) ? clang_Type_getNumTemplateArguments(element) : 0;
    for (int i = 0; i < n; i++) {
        CXType argument = clang_Type_getTemplateArgumentAsType(element, (unsigned)i);
        if (argument.kind != CXType_Invalid) {
            note_created(front, clang_getCanonicalType(argument), depth + 1);
        }
    }
}

void front_created(struct front *front, CXType type)
{
    if (front->unit->cplusplus) {
        note_created(front, type, 0);
    }
}

void front_created_by(struct front *front, CXCursor function)
{
    if (!front->unit->cplusplus || clang_getCursorKind(function) != CXCursor_FunctionDecl ||
        !front_in_std(function)) {
        return;
    }
    enum CXTypeKind result = clang_getCanonicalType(clang_getCursorResultType(function)).kind;
    int n = clang_Cursor_getNumTemplateArguments(function);
    for (int i = 0; i < n && result == CXType_Record; i++) {
        if (clang_Cursor_getTemplateArgumentKind(function, (unsigned)i) ==
            CXTemplateArgumentKind_Type) {
            front_created(front, clang_Cursor_getTemplateArgumentType(function, (unsigned)i));
        }
    }
}

/* What can be said of a record. */
enum polymorphism { NOT_KNOWN, IN_PROGRESS, NEVER, PERHAPS };

/* A search through the unit's records. */
struct search {
    struct front *front;
    uint8_t *found; /* enum polymorphism, by record */
};

static bool may_be_virtual(struct search *search, uint32_t record);

static bool parts_may_be_virtual(struct search *search, const struct record *record)
{
    const struct unit *unit = search->front->unit;
    for (uint32_t m = 0; m < record->methods.n; m++) {
        if (unit->symbols.at[record->methods.at[m].i].flags & SYMBOL_VIRTUAL) {
            return true;
        }
    }
    for (uint32_t b = 0; b < record->bases.n; b++) {
        uint32_t base = 0;
        bool known = strmap_get(search->front->record_by_usr, record->bases.at[b], &base);
        if (!known || may_be_virtual(search, base)) {
            return true;
        }
    }
    return strchr(record->usr, '>') != NULL; /* an instance of a template shows no members */
}

static bool may_be_virtual(struct search *search, uint32_t record)
{
    if (search->found[record] == NOT_KNOWN) {
        search->found[record] = IN_PROGRESS;
        bool found = parts_may_be_virtual(search, &search->front->unit->records.at[record]);
        search->found[record] = found ? PERHAPS : NEVER;
    }
    return search->found[record] == PERHAPS;
}

static bool usr_may_be_virtual(struct search *search, const char *usr)
{
    uint32_t record = 0;
    return strmap_get(search->front->record_by_usr, usr, &record) && may_be_virtual(search, record);
}

void front_keep_virtual_classes(struct front *front)
{
    struct unit *unit = front->unit;
    struct search search = {front, ARENA_NEW_N(front->scratch, uint8_t, unit->records.n + 1)};
    uint32_t kept = 0;
    for (uint32_t i = 0; i < unit->created.n; i++) {
        if (usr_may_be_virtual(&search, unit->created.at[i])) {
            unit->created.at[kept++] = unit->created.at[i];
        }
    }
    unit->created.n = kept;
    for (uint32_t s = 1; s < unit->symbols.n; s++) {
        struct symbol *symbol = &unit->symbols.at[s];
        if (symbol->record && !usr_may_be_virtual(&search, symbol->record)) {
            symbol->record = NULL;
        }
    }
    for (uint32_t i = 1; i < unit->nodes.n; i++) {
        struct node *n = &unit->nodes.at[i];
        bool names_class = n->text && n->kind != NODE_STRING && n->kind != NODE_CATCH &&
                           n->kind != NODE_THROW && n->kind != NODE_SKIPPED;
        if (names_class && !usr_may_be_virtual(&search, n->text)) {
            n->text = NULL;
        }
    }
}
