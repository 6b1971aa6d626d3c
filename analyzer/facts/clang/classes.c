/*
 * classes.c - constructors and destructors that nobody wrote, and what the written ones do before
 * and after their bodies.
 *
 * libclang shows neither implicit members nor implicit calls.  They follow from bases and fields: a
 * constructor constructs the bases, then the fields, each by its written initialiser, its default
 * initialiser, or its default constructor; a destructor destroys fields and bases in reverse order.
 * A member that is trivial has no symbol.  Of classes made from templates the pattern is looked at
 * where there is no instance of the member.
 */
#include "facts/clang/front.h"

#include <string.h>

/* What is being collected. */
struct collecting {
    struct front *front;
    struct cursors *cursors;
};

/* Which special member is meant. */
enum role { ROLE_CONSTRUCTOR, ROLE_DESTRUCTOR };

static enum CXVisitorResult add_field(CXCursor cursor, CXClientData data)
{
    const struct collecting *collecting = data;
    struct cursors *cursors = collecting->cursors;
    cursors->at = vec_reserve(collecting->front->scratch, cursors->at, cursors->n, &cursors->cap,
                              sizeof *cursors->at);
    cursors->at[cursors->n++] = cursor;
    return CXVisit_Continue;
}

struct cursors front_fields(struct front *front, CXType type)
{
    struct cursors fields = {0};
    struct collecting collecting = {.front = front, .cursors = &fields};
    clang_Type_visitFields(clang_getCanonicalType(type), add_field, &collecting);
    return fields;
}

/* The base specifiers that the declaration shows; those of a dependent type only if asked for. */
static struct cursors written_bases(struct front *front, CXCursor record, bool dependent)
{
    struct cursors bases = {0};
    struct collecting collecting = {.front = front, .cursors = &bases};
    struct span span = front_children(front, record);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        CXType type = clang_getCanonicalType(clang_getCursorType(child));
        if (clang_getCursorKind(child) == CXCursor_CXXBaseSpecifier &&
            (dependent || type.kind == CXType_Record)) {
            add_field(child, &collecting);
        }
    }
    front_pop(front, span);
    return bases;
}

struct bases front_bases(struct front *front, CXType type)
{
    CXCursor record = front_definition(clang_getTypeDeclaration(clang_getCanonicalType(type)));
    CXCursor pattern = front_pattern(front, record);
    struct bases bases = {0};
    bool made = !clang_Cursor_isNull(pattern);
    struct cursors written = written_bases(front, made ? pattern : record, false);
    if (made && written_bases(front, pattern, true).n > written.n && !front_in_std(record)) {
        front_instance_bases(front, record, &written, &bases);
        return bases;
    }
    for (uint32_t i = 0; i < written.n; i++) {
        struct base base = {.type = clang_getCursorType(written.at[i]), .at = written.at[i]};
        VEC_PUSH(front->scratch, &bases, base);
    }
    return bases;
}

static bool fits_role(CXCursor member, enum role role)
{
    enum CXCursorKind kind = clang_getCursorKind(member);
    return role == ROLE_DESTRUCTOR
               ? kind == CXCursor_Destructor
               : kind == CXCursor_Constructor && clang_CXXConstructor_isDefaultConstructor(member);
}

/* Finds the special member as written; in the pattern if the record shows none. */
static bool find_member(struct front *front, CXCursor record, enum role role, CXCursor *found)
{
    struct span span = front_children(front, record);
    bool any = false;
    bool other = false;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        bool fits = fits_role(child, role);
        other = other || (role == ROLE_CONSTRUCTOR && !fits &&
                          clang_getCursorKind(child) == CXCursor_Constructor);
        if (fits && !any) {
            *found = child;
            any = true;
        }
    }
    front_pop(front, span);
    if (!any && other) {
        *found = clang_getNullCursor();
    }
    return any || other;
}

/* The same for a class that was made from a template: the member that was made, if it was. */
static bool find_made(struct front *front, CXCursor record, enum role role, CXCursor *found)
{
    struct cursors made = front_instances(front, record);
    for (uint32_t i = 0; i < made.n; i++) {
        if (fits_role(made.at[i], role)) {
            *found = made.at[i];
            return true;
        }
    }
    return false;
}

static sym_id special_member(struct front *front, CXType type, enum role role);

static unsigned offset_of(CXSourceLocation location)
{
    unsigned offset = 0;
    clang_getFileLocation(location, NULL, NULL, NULL, &offset);
    return offset;
}

CXCursor front_field_initialiser(struct front *front, CXCursor field)
{
    struct span span = front_children(front, field);
    front_drop_non_expressions(front, &span);
    uint32_t first = clang_Cursor_isBitField(field) ? 1 : 0;
    unsigned name = offset_of(clang_getCursorLocation(field));
    for (uint32_t i = 0; i < span.n; i++) { /* the operand of a decltype stands before the name */
        CXSourceRange range = clang_getCursorExtent(front_child(front, span, i));
        first += offset_of(clang_getRangeStart(range)) < name ? 1 : 0;
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(field));
    while (type.kind == CXType_ConstantArray) {
        first++;
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    }
    CXCursor found = span.n > first ? front_child(front, span, span.n - 1) : clang_getNullCursor();
    front_pop(front, span);
    return found;
}

/* True if a part makes an unwritten member of this role do something. */
static bool needs_code(struct front *front, CXType type, enum role role)
{
    struct bases bases = front_bases(front, type);
    struct cursors fields = front_fields(front, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        if (bases.at[i].lost || special_member(front, bases.at[i].type, role).i) {
            return true;
        }
    }
    for (uint32_t i = 0; i < fields.n; i++) {
        CXCursor initialiser = front_field_initialiser(front, fields.at[i]);
        if (special_member(front, clang_getCursorType(fields.at[i]), role).i ||
            (role == ROLE_CONSTRUCTOR && !clang_Cursor_isNull(initialiser))) {
            return true;
        }
    }
    return false;
}

/* The symbol of a member that only the pattern of a template shows: nothing in this unit calls it,
 * or an error kept it from being made.  Then what the pattern says is better than nothing. */
static sym_id pattern_member(struct front *front, CXCursor record, CXCursor pattern, enum role role)
{
    sym_id sym =
        front_special_member(front, record, role == ROLE_DESTRUCTOR ? "~" : "",
                             role == ROLE_DESTRUCTOR ? SYMBOL_DESTRUCTOR : SYMBOL_CONSTRUCTOR);
    CXCursor definition = clang_getCursorDefinition(pattern);
    if (clang_CXXMethod_isVirtual(pattern)) {
        front_symbol_at(front, sym)->flags |= SYMBOL_VIRTUAL;
    }
    if (!clang_Cursor_isNull(definition) && !front_in_std(record) && front->unit->errors.n > 0 &&
        front_claim(front, sym)) {
        struct pending pending = {.decl = definition, .sym = sym};
        VEC_PUSH(front->scratch, &front->pending, pending);
    }
    return sym;
}

/* Bases of an instantiation that are not known are taken to have something to destroy; of the
 * standard library all that depend on its arguments. */
static bool may_destroy(struct front *front, CXType type, CXCursor record, enum role role)
{
    CXCursor pattern = front_pattern(front, record);
    if (role != ROLE_DESTRUCTOR || clang_Cursor_isNull(pattern)) {
        return false;
    }
    if (front_in_std(record)) {
        return written_bases(front, pattern, true).n > 0;
    }
    struct bases bases = front_bases(front, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        if (bases.at[i].type.kind == CXType_Invalid) {
            return true;
        }
    }
    return false;
}

/* `always`: also if it does nothing by itself, as what overrides it may. */
static sym_id unwritten_member(struct front *front, CXType type, CXCursor record, enum role role,
                               bool always)
{
    if (clang_getCursorKind(record) == CXCursor_UnionDecl ||
        (!always && !may_destroy(front, type, record, role) && !needs_code(front, type, role))) {
        return (sym_id){0};
    }
    sym_id sym =
        front_special_member(front, record, role == ROLE_DESTRUCTOR ? "~" : "",
                             role == ROLE_DESTRUCTOR ? SYMBOL_DESTRUCTOR : SYMBOL_CONSTRUCTOR);
    if (!front_in_std(record) && front_claim(front, sym)) {
        struct implicit_member member = {
            .type = type, .sym = sym, .destroys = role == ROLE_DESTRUCTOR};
        VEC_PUSH(front->scratch, &front->implicit, member);
    }
    return sym;
}

/* Finds the member of a class, or of the template that it is made from. */
static bool find_any(struct front *front, CXCursor record, enum role role, CXCursor *found)
{
    CXCursor pattern = front_pattern(front, record);
    if (clang_Cursor_isNull(pattern)) {
        return find_member(front, record, role, found);
    }
    return find_made(front, record, role, found) || find_member(front, record, role, found) ||
           find_member(front, pattern, role, found);
}

static sym_id find_special_member(struct front *front, CXType type, CXCursor record, enum role role)
{
    CXCursor found = clang_getNullCursor();
    bool written = find_any(front, record, role, &found);
    if (written && clang_Cursor_isNull(found)) {
        return (sym_id){0};
    }
    if (written && !clang_CXXMethod_isDefaulted(found)) {
        return front_in_template(found) ? pattern_member(front, record, found, role)
                                        : front_symbol(front, found);
    }
    bool is_virtual = written && clang_CXXMethod_isVirtual(found);
    sym_id sym = unwritten_member(front, type, record, role, is_virtual);
    if (sym.i && is_virtual) {
        front_symbol_at(front, sym)->flags |= SYMBOL_VIRTUAL;
    }
    return sym;
}

static sym_id special_member(struct front *front, CXType type, enum role role)
{
    CXType element = front_element_type(type);
    if (element.kind != CXType_Record || !front->unit->cplusplus) {
        return (sym_id){0};
    }
    CXCursor record = front_definition(clang_getTypeDeclaration(element));
    const char *usr = front_record_usr(front, record);
    const char *key = arena_printf(front->scratch, "%d %s", role, usr);
    uint32_t known = 0;
    if (strmap_get(front->members_of, key, &known)) {
        return (sym_id){known};
    }
    strmap_put(front->members_of, key, 0);
    sym_id sym = find_special_member(front, element, record, role);
    strmap_put(front->members_of, key, sym.i);
    if (role == ROLE_DESTRUCTOR) {
        front_want_owner(front, element, record, sym);
    }
    return sym;
}

sym_id front_destructor(struct front *front, CXType type)
{
    return special_member(front, type, ROLE_DESTRUCTOR);
}

sym_id front_default_constructor(struct front *front, CXType type)
{
    return special_member(front, type, ROLE_CONSTRUCTOR);
}

static bool part_runs_code(struct front *front, CXType type)
{
    CXType element = front_element_type(type);
    if (element.kind != CXType_Record) {
        return false;
    }
    CXCursor record = front_definition(clang_getTypeDeclaration(element));
    CXCursor found = clang_getNullCursor();
    bool written = find_any(front, record, ROLE_CONSTRUCTOR, &found);
    if (written && !clang_Cursor_isNull(found) && !clang_CXXMethod_isDefaulted(found)) {
        return front_constructor_runs_code(front, found);
    }
    return front_default_runs_code(front, element);
}

bool front_default_runs_code(struct front *front, CXType type)
{
    CXType element = front_element_type(type);
    if (front->depth >= FRONT_MAX_DEPTH || element.kind != CXType_Record) {
        return false;
    }
    front->depth++;
    struct bases bases = front_bases(front, element);
    struct cursors fields = front_fields(front, element);
    bool runs = false;
    for (uint32_t i = 0; i < bases.n && !runs; i++) {
        runs = bases.at[i].lost || part_runs_code(front, bases.at[i].type);
    }
    for (uint32_t i = 0; i < fields.n && !runs; i++) {
        CXCursor initialiser = front_field_initialiser(front, fields.at[i]);
        runs = clang_Cursor_isNull(initialiser)
                   ? part_runs_code(front, clang_getCursorType(fields.at[i]))
                   : front_expression_runs_code(front, initialiser);
    }
    front->depth--;
    return runs;
}
