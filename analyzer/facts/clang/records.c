/*
 * records.c - structs, unions and classes: bases, fields, virtual methods and what they override.
 *
 * A record is listed when something of it is referred to; its parts are filled in afterwards, as
 * they may refer to more records.
 */
#include "facts/clang/front.h"

#include <string.h>

/* The record that is being filled. */
struct filling {
    struct front *front;
    uint32_t record; /* index */
};

CXCursor front_definition(CXCursor decl)
{
    CXCursor definition = clang_getCursorDefinition(decl);
    return clang_Cursor_isNull(definition) ? decl : definition;
}

static bool is_record(CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    return kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl || kind == CXCursor_ClassDecl;
}

void front_record(struct front *front, CXCursor record)
{
    CXCursor decl = front_definition(record);
    if (!is_record(decl)) {
        return;
    }
    const char *usr = front_string(front->scratch, clang_getCursorUSR(decl));
    uint32_t found = 0;
    if (!*usr || strmap_get(front->record_by_usr, usr, &found)) {
        return;
    }
    bool namespaced = false;
    struct record added = {.usr = arena_strdup(front->arena, usr),
                           .type = "",
                           .name = front_qualified_name(front, decl, &namespaced),
                           .system = front_is_system(front, decl),
                           .is_union = clang_getCursorKind(decl) == CXCursor_UnionDecl};
    strmap_put(front->record_by_usr, usr, front->unit->records.n);
    VEC_PUSH(front->arena, &front->unit->records, added);
    VEC_PUSH(front->scratch, &front->pending_records, decl);
}

CXType front_element_type(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    CXType element = clang_getArrayElementType(canonical);
    while (element.kind != CXType_Invalid) {
        canonical = clang_getCanonicalType(element);
        element = clang_getArrayElementType(canonical);
    }
    return canonical;
}

/* The record behind a type, through arrays. */
static CXCursor record_of_type(CXType type)
{
    return clang_getTypeDeclaration(front_element_type(type));
}

static enum CXVisitorResult add_field(CXCursor cursor, CXClientData data)
{
    const struct filling *filling = data;
    struct front *front = filling->front;
    sym_id sym = front_symbol(front, cursor);
    VEC_PUSH(front->arena, &front->unit->records.at[filling->record].fields, sym);
    if (front_symbol_at(front, sym)->flags & SYMBOL_RECORD_VALUE) {
        front_record(front, record_of_type(clang_getCursorType(cursor)));
    }
    return CXVisit_Continue;
}

static void add_overrides(struct front *front, CXCursor method)
{
    CXCursor *overridden = NULL;
    unsigned n = 0;
    clang_getOverriddenCursors(method, &overridden, &n);
    for (unsigned i = 0; i < n; i++) {
        struct override override = {
            .method = front_string(front->arena, clang_getCursorUSR(method)),
            .overridden = front_string(front->arena, clang_getCursorUSR(overridden[i]))};
        VEC_PUSH(front->arena, &front->unit->overrides, override);
    }
    if (overridden) {
        clang_disposeOverriddenCursors(overridden);
    }
}

/* A destructor that nobody wrote overrides that of a base if it is virtual there. */
static void add_unwritten_destructor(struct front *front, uint32_t record, CXCursor decl)
{
    CXType type = clang_getCursorType(decl);
    struct bases bases = front_bases(front, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        sym_id base = front_destructor(front, bases.at[i].type);
        sym_id own = front_destructor(front, type);
        if (base.i == 0 || own.i == 0 || !(front_symbol_at(front, base)->flags & SYMBOL_VIRTUAL)) {
            continue;
        }
        front_symbol_at(front, own)->flags |= SYMBOL_VIRTUAL;
        struct override override = {.method = front_symbol_at(front, own)->usr,
                                    .overridden = front_symbol_at(front, base)->usr};
        VEC_PUSH(front->arena, &front->unit->overrides, override);
        VEC_PUSH(front->arena, &front->unit->records.at[record].methods, own);
    }
}

static void add_bases(struct front *front, uint32_t record, CXCursor decl)
{
    struct bases bases = front_bases(front, clang_getCursorType(decl));
    for (uint32_t i = 0; i < bases.n; i++) {
        CXCursor base = clang_getTypeDeclaration(clang_getCanonicalType(bases.at[i].type));
        const char *usr = front_string(front->arena, clang_getCursorUSR(front_definition(base)));
        if (*usr && !bases.at[i].part) {
            VEC_PUSH(front->arena, &front->unit->records.at[record].bases, usr);
            front_record(front, base);
        }
    }
}

static void add_member(struct front *front, uint32_t record, CXCursor member)
{
    enum CXCursorKind kind = clang_getCursorKind(member);
    if ((kind == CXCursor_CXXMethod && clang_CXXMethod_isVirtual(member)) ||
        kind == CXCursor_Destructor) {
        sym_id sym = front_symbol(front, member);
        VEC_PUSH(front->arena, &front->unit->records.at[record].methods, sym);
        add_overrides(front, member);
    }
}

/* clang visits no fields of a struct in which the type of one is not known: a header is missing. */
static void add_fields_of_broken(struct front *front, struct filling *filling, CXCursor decl)
{
    struct span span = front_children(front, decl);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_FieldDecl) {
            (void)add_field(child, filling);
        }
    }
    front_pop(front, span);
}

static void fill(struct front *front, uint32_t record, CXCursor decl)
{
    struct filling filling = {.front = front, .record = record};
    clang_Type_visitFields(clang_getCursorType(decl), add_field, &filling);
    if (front->unit->records.at[record].fields.n == 0) {
        add_fields_of_broken(front, &filling, decl);
    }
    if (!front->unit->cplusplus || front_in_std(decl)) {
        return;
    }
    add_bases(front, record, decl);
    struct span span = front_children(front, decl);
    bool written = false;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        written = written || clang_getCursorKind(child) == CXCursor_Destructor;
        add_member(front, record, child);
    }
    front_pop(front, span);
    struct cursors made = front_instances(front, decl);
    for (uint32_t i = made.n; i-- > 0;) {
        written = written || clang_getCursorKind(made.at[i]) == CXCursor_Destructor;
        add_member(front, record, made.at[i]);
    }
    if (!written) {
        add_unwritten_destructor(front, record, decl);
    }
}

void front_finish_records(struct front *front)
{
    while (front->n_filled_records < front->pending_records.n) {
        uint32_t i = front->n_filled_records++;
        fill(front, i, front->pending_records.at[i]);
    }
}
