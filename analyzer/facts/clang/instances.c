/*
 * instances.c - what templates are made into: functions with bodies of their own.
 *
 * Visiting a class that was made from a template gives no children.  But libclang lists the
 * functions that were made, destructors and virtual methods among them, at the end of the unit (if
 * the index was created without declarations of precompiled headers): here they are kept by their
 * class.  Variables that were made are not in that list, but in the one of an index with those
 * declarations.  A function that is not in the list was not made, so nothing in the unit calls it.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

static bool is_function(enum CXCursorKind kind)
{
    return kind == CXCursor_FunctionDecl || kind == CXCursor_CXXMethod ||
           kind == CXCursor_Constructor || kind == CXCursor_Destructor ||
           kind == CXCursor_ConversionFunction;
}

static bool same_place(CXCursor a, CXCursor b)
{
    return clang_equalLocations(clang_getCursorLocation(a), clang_getCursorLocation(b)) != 0;
}

bool front_is_instance(CXCursor decl)
{
    CXCursor pattern = clang_getSpecializedCursorTemplate(decl);
    return !clang_Cursor_isNull(pattern) && clang_getCursorKind(decl) != CXCursor_ClassTemplate &&
           (same_place(decl, pattern) || same_place(decl, front_definition(pattern)));
}

/* True if the class is written out: a specialisation, not `template struct X<int>;`. */
static bool has_braces(struct front *front, CXCursor record)
{
    CXSourceRange extent = clang_getCursorExtent(record);
    struct spot begin = front_spot(front, clang_getRangeStart(extent));
    struct spot end = front_spot(front, clang_getRangeEnd(extent));
    const char *text = front_text(front, clang_getRangeStart(extent), false);
    const char *brace = text ? strchr(text, '{') : NULL;
    return brace && begin.file == end.file && (size_t)(brace - text) < end.offset - begin.offset;
}

CXCursor front_pattern(struct front *front, CXCursor record)
{
    CXCursor pattern = clang_getSpecializedCursorTemplate(record);
    if (clang_Cursor_isNull(pattern)) {
        return pattern;
    }
    pattern = front_definition(pattern);
    bool written = !same_place(record, pattern) && has_braces(front, record);
    return written ? clang_getNullCursor() : pattern;
}

/* ---- functions */

static void keep_function(struct front *front, CXCursor decl)
{
    CXCursor parent = clang_getCursorSemanticParent(decl);
    if (clang_Cursor_isNull(clang_getSpecializedCursorTemplate(parent)) || front_in_std(decl)) {
        return;
    }
    const char *usr = front_record_usr(front, parent);
    struct instance instance = {.decl = decl};
    uint32_t next = front->instances.n + 1;
    if (strmap_get(front->instances_of, usr, &instance.previous) == false) {
        VEC_PUSH(front->scratch, &front->instance_records, parent);
    }
    strmap_put(front->instances_of, usr, next);
    VEC_PUSH(front->scratch, &front->instances, instance);
    if (clang_CXXMethod_isVirtual(decl)) {
        front_record(front, parent);
    }
}

/* True for `template struct X<int>;` of a template with static members. */
static bool makes_variables(struct front *front, CXCursor record)
{
    enum CXCursorKind kind = clang_getCursorKind(record);
    if (kind != CXCursor_StructDecl && kind != CXCursor_ClassDecl) {
        return false;
    }
    CXCursor pattern = front_pattern(front, record);
    if (clang_Cursor_isNull(pattern)) {
        return false;
    }
    struct span span = front_children(front, pattern);
    bool makes = false;
    for (uint32_t i = 0; i < span.n; i++) {
        makes = makes || clang_getCursorKind(front_child(front, span, i)) == CXCursor_VarDecl;
    }
    front_pop(front, span);
    return makes;
}

static void keep_functions(struct front *front, CXCursor parent)
{
    bool top = clang_isTranslationUnit(clang_getCursorKind(parent)) != 0;
    struct span span = front_children(front, parent);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (is_function(kind) && !clang_Cursor_isNull(clang_getSpecializedCursorTemplate(child))) {
            keep_function(front, child);
        } else if ((kind == CXCursor_Namespace || kind == CXCursor_LinkageSpec) &&
                   (!top || !front_is_system(front, child))) {
            keep_functions(front, child);
        } else if (top && !front_is_system(front, child)) {
            front->makes_variables = front->makes_variables || makes_variables(front, child);
        }
    }
    front_pop(front, span);
}

/* True if the text has `template` without parameters: functions may be made for other units. */
static bool makes_functions(const char *text)
{
    for (const char *at = strstr(text, "template"); at; at = strstr(at + 8, "template")) {
        const char *next = at + 8;
        bool begins = at == text || isspace((unsigned char)at[-1]) || at[-1] == ';';
        next += strspn(next, " \t\r\n");
        if (begins && next > at + 8 && (isalpha((unsigned char)*next) || *next == '_')) {
            return true;
        }
    }
    return false;
}

void front_read_instances(struct front *front)
{
    front->instances_of = strmap_create(front->scratch);
    front->known_records = strmap_create(front->scratch);
    front->plain_types = strmap_create(front->scratch);
    if (!front->unit->cplusplus) {
        return;
    }
    size_t size = 0;
    const char *text = front->files.n > 0 && front->files.at[0]
                           ? clang_getFileContents(front->tu, front->files.at[0], &size)
                           : NULL;
    front->makes_instances = text && makes_functions(text);
    keep_functions(front, clang_getTranslationUnitCursor(front->tu));
}

void front_made_variables(struct front *front, CXTranslationUnit tu)
{
    struct span span = front_children(front, clang_getTranslationUnitCursor(tu));
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        CXCursor parent = clang_getCursorSemanticParent(child);
        if (clang_getCursorKind(child) == CXCursor_VarDecl && !front_is_system(front, child) &&
            !clang_Cursor_isNull(clang_getSpecializedCursorTemplate(parent)) &&
            !front_in_template(child) && !front_is_declared_only(child)) {
            front_global(front, child);
        }
    }
    front_pop(front, span);
}

struct cursors front_instances(struct front *front, CXCursor record)
{
    struct cursors found = {0};
    const char *usr = front_record_usr(front, record);
    uint32_t at = 0;
    (void)strmap_get(front->instances_of, usr, &at);
    for (; at != 0; at = front->instances.at[at - 1].previous) {
        found.at = vec_reserve(front->scratch, found.at, found.n, &found.cap, sizeof *found.at);
        found.at[found.n++] = front->instances.at[at - 1].decl;
    }
    return found;
}
