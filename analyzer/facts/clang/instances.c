/*
 * instances.c - what templates are made into: the functions with bodies of their own, and the
 * bases of classes.
 *
 * Visiting a class that was made from a template gives no children.  But libclang lists the
 * functions that were made, destructors and virtual methods among them, at the end of the unit (if
 * the index was created without declarations of precompiled headers): here they are kept by their
 * class.  A function that is not in the list was not made, so nothing in the unit calls it.
 *
 * Bases that depend on parameters are known by name alone, from the class as clang prints it; the
 * name is looked up among the classes that are known.
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
    const char *usr = front_string(front->scratch, clang_getCursorUSR(parent));
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

struct cursors front_instances(struct front *front, CXCursor record)
{
    struct cursors found = {0};
    const char *usr = front_string(front->scratch, clang_getCursorUSR(record));
    uint32_t at = 0;
    (void)strmap_get(front->instances_of, usr, &at);
    for (; at != 0; at = front->instances.at[at - 1].previous) {
        found.at = vec_reserve(front->scratch, found.at, found.n, &found.cap, sizeof *found.at);
        found.at[found.n++] = front->instances.at[at - 1].decl;
    }
    return found;
}

/* ---- bases */

/* The name of a type without qualifications and blanks. */
static const char *short_name(struct front *front, const char *name)
{
    static const char unnamed[] = "(anonymous namespace)::";
    char *out = arena_alloc(front->scratch, strlen(name) + 1);
    size_t len = 0;
    size_t word = 0;
    for (const char *c = name; *c; c++) {
        if (text_starts(c, unnamed)) {
            c += sizeof unnamed - 2;
        } else if (text_starts(c, "::")) {
            len = word;
            c++;
        } else if (isspace((unsigned char)*c)) {
            word = len;
        } else {
            out[len++] = *c;
            word = isalnum((unsigned char)*c) || *c == '_' ? word : len;
        }
    }
    out[len] = '\0';
    return out;
}

static void know(struct front *front, CXCursor record)
{
    CXType type = clang_getCursorType(record);
    const char *name = short_name(front, front_string(front->scratch, clang_getTypeSpelling(type)));
    uint32_t at = strmap_intern(front->known_records, name, front->known.n);
    if (at == front->known.n) {
        VEC_PUSH(front->scratch, &front->known, record);
    } else if (!clang_equalCursors(front->known.at[at], record)) {
        front->known.at[at] = clang_getNullCursor(); /* two of the same name */
    }
}

/* Makes the classes known whose names a base may have, as far as that is new. */
static void know_more(struct front *front, CXCursor record, const struct cursors *concrete)
{
    while (front->n_known_instances < front->instance_records.n) {
        know(front, front->instance_records.at[front->n_known_instances++]);
    }
    CXType type = clang_getCursorType(record);
    int n = clang_Type_getNumTemplateArguments(type);
    for (int i = 0; i < n; i++) {
        CXType argument =
            clang_getCanonicalType(clang_Type_getTemplateArgumentAsType(type, (unsigned)i));
        if (argument.kind == CXType_Record) {
            know(front, front_definition(clang_getTypeDeclaration(argument)));
        }
    }
    for (uint32_t i = 0; i < concrete->n; i++) {
        CXType base = clang_getCanonicalType(clang_getCursorType(concrete->at[i]));
        know(front, front_definition(clang_getTypeDeclaration(base)));
    }
}

static const char *skip_words(const char *text)
{
    static const char *const words[] = {"public ", "protected ", "private ", "virtual "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_starts(text, words[i])) {
            return skip_words(text + strlen(words[i]));
        }
    }
    return text;
}

/* The end of the first of several names with commas between them, or with a brace behind. */
static size_t name_length(const char *text)
{
    size_t at = 0;
    for (int depth = 0; text[at]; at++) {
        char c = text[at];
        if (depth == 0 && (c == ',' || c == '{')) {
            break;
        }
        depth += c == '<' || c == '(' || c == '[' ? 1 : c == '>' || c == ')' || c == ']' ? -1 : 0;
    }
    return at;
}

/* The list of bases in the class as clang prints it; "" if there are none. */
static const char *printed_bases(struct front *front, CXCursor record)
{
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(record);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_TerseOutput, 1);
    const char *text = front_string(front->scratch, clang_getCursorPrettyPrinted(record, policy));
    clang_PrintingPolicy_dispose(policy);
    const char *colon = strstr(text, " : ");
    return colon ? colon + 3 : "";
}

/* True if constructing or destroying objects of the template may run something. */
static bool pattern_matters(struct front *front, CXCursor pattern)
{
    struct span span = front_children(front, pattern);
    bool matters = false;
    for (uint32_t i = 0; i < span.n && !matters; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        enum CXTypeKind type = clang_getCanonicalType(clang_getCursorType(child)).kind;
        bool plain = type == CXType_Pointer || (type >= CXType_Void && type <= CXType_NullPtr);
        matters = kind == CXCursor_CXXBaseSpecifier || kind == CXCursor_Destructor ||
                  kind == CXCursor_Constructor || (kind == CXCursor_FieldDecl && !plain);
    }
    front_pop(front, span);
    return matters;
}

/* True if the base that is not known may have something to construct or destroy.  `name` is what
 * clang prints for it. */
static bool base_matters(struct front *front, CXCursor record, const char *name)
{
    struct span span = front_children(front, front_pattern(front, record));
    bool matters = true;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor base = front_child(front, span, i);
        CXCursor pattern = clang_getCursorReferenced(base);
        if (clang_getCursorKind(base) != CXCursor_CXXBaseSpecifier ||
            clang_getCursorKind(pattern) != CXCursor_ClassTemplate) {
            continue;
        }
        const char *spelling = front_string(front->scratch, clang_getCursorSpelling(pattern));
        const char *plain = short_name(front, name);
        if (text_starts(plain, spelling) && plain[strlen(spelling)] == '<') {
            matters = pattern_matters(front, front_definition(pattern));
        }
    }
    front_pop(front, span);
    return matters;
}

/* A member of a base that is not known: it has no body, which the walk reports as a cut. */
sym_id front_lost_member(struct front *front, const struct base *base, bool destroys)
{
    const char *key = arena_printf(front->scratch, "base %s%s", destroys ? "~" : "", base->name);
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_name, key, &found)) {
        struct symbol symbol = {.kind = destroys ? SYMBOL_DESTRUCTOR : SYMBOL_CONSTRUCTOR,
                                .flags = SYMBOL_MEMBER | SYMBOL_NAMESPACED | SYMBOL_INTERNAL,
                                .usr = "",
                                .type = "void ()"};
        symbol.name = arena_printf(front->arena, "%s::%s(base)", base->name, destroys ? "~" : "");
        symbol.where = front_where(front, clang_getCursorLocation(base->at));
        found = front_add_symbol(front, &symbol).i;
        strmap_put(front->symbol_by_name, key, found);
    }
    return (sym_id){found};
}

void front_instance_bases(struct front *front, CXCursor record, const struct cursors *concrete,
                          struct bases *bases)
{
    know_more(front, record, concrete);
    for (const char *at = printed_bases(front, record); *at;) {
        at = skip_words(at);
        size_t len = name_length(at);
        const char *name = arena_strndup(front->scratch, at, len);
        struct base base = {.name = name, .at = record};
        uint32_t found = 0;
        if (strmap_get(front->known_records, short_name(front, name), &found) &&
            !clang_Cursor_isNull(front->known.at[found])) {
            base.type = clang_getCursorType(front->known.at[found]);
        } else {
            base.lost = base_matters(front, record, name);
        }
        VEC_PUSH(front->scratch, bases, base);
        at += len;
        at += *at == ',' ? 2 : strlen(at);
    }
}
