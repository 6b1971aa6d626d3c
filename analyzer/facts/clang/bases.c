/*
 * bases.c - the bases of classes that are made from templates.
 *
 * Bases that depend on parameters are known by name alone, from the class as clang prints it.  The
 * name is looked up among the classes that are known.  A base that no function was made for is not
 * among them: then its own bases and fields stand for it, with the arguments in its name put in the
 * place of its parameters.  What remains unknown is said to be lost.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"

enum { MAX_EXPANSION = 16 };

/* A template whose parts stand for a base: its parameters' names and the arguments. */
struct expansion {
    CXCursor pattern;
    VEC(const char *) parameters;
    VEC(const char *) arguments;
    int depth;
};

/* The class whose bases are asked for, and what is found. */
struct asking {
    CXCursor record;
    struct bases *bases;
};

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
        } else {
            strmap_put(front->plain_types, short_name(front, front_type_text(front, argument)), 1);
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

static void add_base(struct front *front, const struct asking *asking, CXType type, bool part)
{
    struct base base = {.type = type, .at = asking->record, .part = part};
    VEC_PUSH(front->scratch, asking->bases, base);
}

static void add_lost(struct front *front, const struct asking *asking, const char *name)
{
    struct base base = {.at = asking->record, .name = name, .lost = true};
    VEC_PUSH(front->scratch, asking->bases, base);
}

/* Adds the class of that name, if it is known, or if there is nothing to add. */
static bool add_known(struct front *front, const struct asking *asking, const char *name, bool part)
{
    const char *plain = short_name(front, name);
    uint32_t found = 0;
    if (strmap_get(front->known_records, plain, &found) &&
        !clang_Cursor_isNull(front->known.at[found])) {
        add_base(front, asking, clang_getCursorType(front->known.at[found]), part);
        return true;
    }
    return text_ends(plain, "*") || text_ends(plain, "&") ||
           strmap_get(front->plain_types, plain, NULL);
}

/* The text with arguments in the place of parameters. */
static const char *substitute(struct front *front, const struct expansion *at, const char *text)
{
    struct strbuf out;
    strbuf_init(&out, front->scratch);
    while (*text) {
        const char *word = front_identifier(front->scratch, text);
        size_t len = *word ? strlen(word) : 1;
        const char *replaced = NULL;
        for (uint32_t i = 0; i < at->parameters.n && *word; i++) {
            replaced = strcmp(at->parameters.at[i], word) == 0 ? at->arguments.at[i] : replaced;
        }
        strbuf_add(&out, replaced ? replaced : text, replaced ? strlen(replaced) : len);
        text += len;
    }
    return out.text;
}

/* The template among the bases of the pattern that the name is made from; null if there is none. */
static CXCursor template_of(struct front *front, CXCursor pattern, const char *name)
{
    const char *plain = short_name(front, name);
    struct span span = front_children(front, pattern);
    CXCursor found = clang_getNullCursor();
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor base = front_child(front, span, i);
        CXCursor made_from = clang_getCursorReferenced(base);
        if (clang_getCursorKind(base) == CXCursor_CXXBaseSpecifier &&
            clang_getCursorKind(made_from) == CXCursor_ClassTemplate) {
            const char *spelling = front_string(front->scratch, clang_getCursorSpelling(made_from));
            size_t len = strlen(spelling);
            bool is = strncmp(plain, spelling, len) == 0 && plain[len] == '<';
            found = is ? front_definition(made_from) : found;
        }
    }
    front_pop(front, span);
    return found;
}

/* Reads parameters and arguments.  Returns false if they do not match one to one. */
static bool read_arguments(struct front *front, struct expansion *at, const char *name)
{
    struct span span = front_children(front, at->pattern);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_TemplateTypeParameter || kind == CXCursor_NonTypeTemplateParameter ||
            kind == CXCursor_TemplateTemplateParameter) {
            const char *parameter = front_string(front->scratch, clang_getCursorSpelling(child));
            VEC_PUSH(front->scratch, &at->parameters, parameter);
        }
    }
    front_pop(front, span);
    const char *text = strchr(name, '<') + 1;
    const char *end = strrchr(name, '>');
    while (end && text < end) {
        size_t len = name_length(text);
        len = text[len] ? len : (size_t)(end - text);
        VEC_PUSH(front->scratch, &at->arguments, arena_strndup(front->scratch, text, len));
        text += len;
        text += strspn(text, ", ");
    }
    return at->arguments.n == at->parameters.n;
}

static void add_name(struct front *front, const struct asking *asking, struct expansion at,
                     const char *name);

static void add_part(struct front *front, const struct asking *asking, const struct expansion *at,
                     CXCursor child)
{
    enum CXCursorKind kind = clang_getCursorKind(child);
    if (kind != CXCursor_CXXBaseSpecifier && kind != CXCursor_FieldDecl) {
        return;
    }
    bool field = kind == CXCursor_FieldDecl;
    CXType type = clang_getCursorType(child);
    CXType element = front_element_type(type);
    const char *name =
        substitute(front, at, front_string(front->scratch, clang_getTypeSpelling(type)));
    if (field && !clang_Cursor_isNull(front_field_initialiser(front, child)) &&
        front_expression_runs_code(front, front_field_initialiser(front, child))) {
        add_lost(front, asking, name);
    } else if (element.kind == CXType_Record) {
        add_base(front, asking, element, field);
    } else if (!field) {
        add_name(front, asking, *at, name);
    } else if (element.kind == CXType_Unexposed && !add_known(front, asking, name, true)) {
        add_lost(front, asking, name);
    }
}

/* Adds the base of that name, as it stands in the bases of `at`. */
static void add_name(struct front *front, const struct asking *asking, struct expansion at,
                     const char *name)
{
    if (add_known(front, asking, name, false)) {
        return;
    }
    struct expansion inner = {.pattern = template_of(front, at.pattern, name),
                              .depth = at.depth + 1};
    if (inner.depth > MAX_EXPANSION || clang_Cursor_isNull(inner.pattern) ||
        !read_arguments(front, &inner, name)) {
        add_lost(front, asking, name);
        return;
    }
    struct span span = front_children(front, inner.pattern);
    for (uint32_t i = 0; i < span.n; i++) {
        add_part(front, asking, &inner, front_child(front, span, i));
    }
    front_pop(front, span);
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
    struct asking asking = {.record = record, .bases = bases};
    struct expansion outer = {.pattern = front_pattern(front, record)};
    know_more(front, record, concrete);
    for (const char *at = printed_bases(front, record); *at;) {
        at = skip_words(at);
        size_t len = name_length(at);
        size_t end = len;
        while (end > 0 && isspace((unsigned char)at[end - 1])) {
            end--;
        }
        add_name(front, &asking, outer, arena_strndup(front->scratch, at, end));
        at += len;
        at += *at == ',' ? 2 : strlen(at);
    }
}
