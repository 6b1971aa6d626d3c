/*
 * recover.c - calls and case labels that clang dropped after an error.
 *
 * Only for functions with an error inside.  A name with an opening parenthesis behind it, at a
 * place where the tree has no call, is taken for a call; what names a declaration, a method of an
 * unknown object or a keyword is not.  The call is put into NODE_OPAQUE, at its place among the
 * statements of the nearest block; arguments of one token are kept: numbers, texts, functions and
 * enumerators.  A dropped `case` becomes a NODE_DEFAULT that is NODE_BROKEN: it may be entered,
 * nobody knows when.
 */
#include "facts/clang/front.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* The tokens of a body. */
struct tokens {
    CXToken *at;
    unsigned n;
};

static int compare_offsets(const void *a, const void *b)
{
    const uint32_t *x = a;
    const uint32_t *y = b;
    return (*x > *y) - (*x < *y);
}

static int compare_node_spots(const void *a, const void *b)
{
    const struct node_spot *x = a;
    const struct node_spot *y = b;
    return (x->node > y->node) - (x->node < y->node);
}

static bool is_known(const struct body *body, uint32_t offset)
{
    return body->known.n > 0 && bsearch(&offset, body->known.at, body->known.n,
                                        sizeof *body->known.at, compare_offsets) != NULL;
}

static const char *spelling(struct front *front, const struct tokens *tokens, unsigned i)
{
    return i < tokens->n
               ? front_string(front->scratch, clang_getTokenSpelling(front->tu, tokens->at[i]))
               : "";
}

static enum CXChildVisitResult add_named(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct front *front = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_LinkageSpec || kind == CXCursor_UnexposedDecl) {
        return CXChildVisit_Recurse;
    }
    if (kind == CXCursor_EnumDecl) {
        return clang_EnumDecl_isScoped(cursor) ? CXChildVisit_Continue : CXChildVisit_Recurse;
    }
    if (kind == CXCursor_FunctionDecl && !front_is_instance(cursor)) {
        const char *name = front_string(front->scratch, clang_getCursorSpelling(cursor));
        strmap_intern(front->function_names, name, front->named_functions.n);
        VEC_PUSH(front->scratch, &front->named_functions, cursor);
    }
    if (kind == CXCursor_VarDecl) {
        const char *name = front_string(front->scratch, clang_getCursorSpelling(cursor));
        strmap_intern(front->variable_names, name, front->named_variables.n);
        VEC_PUSH(front->scratch, &front->named_variables, cursor);
    }
    if (kind == CXCursor_EnumConstantDecl) {
        const char *name = front_string(front->scratch, clang_getCursorSpelling(cursor));
        strmap_intern(front->enumerator_names, name, front->enumerators.n);
        VEC_PUSH(front->scratch, &front->enumerators, clang_getEnumConstantDeclValue(cursor));
    }
    return CXChildVisit_Continue;
}

/* Notes the names of function-like macros in a file's text. */
static void add_macros(struct front *front, const char *text)
{
    for (const char *at = strstr(text, "define"); at; at = strstr(at + 6, "define")) {
        const char *name = at + 6;
        const char *hash = at;
        while (hash > text && (hash[-1] == ' ' || hash[-1] == '\t')) {
            hash--;
        }
        if (hash == text || hash[-1] != '#') {
            continue;
        }
        name += strspn(name, " \t");
        size_t len = strcspn(name, "( \t\r\n\\/");
        if (len > 0 && name[len] == '(') {
            strmap_put(front->macro_names, arena_strndup(front->scratch, name, len), 1);
        }
    }
}

/* Learns which functions and macros there are: once, when first something is to be recovered. */
static void learn_names(struct front *front)
{
    if (front->function_names) {
        return;
    }
    front->function_names = strmap_create(front->scratch);
    front->enumerator_names = strmap_create(front->scratch);
    front->variable_names = strmap_create(front->scratch);
    front->macro_names = strmap_create(front->scratch);
    clang_visitChildren(front_everything(front), add_named, front);
    for (uint32_t i = 0; i < front_count_directives(front); i++) {
        add_macros(front, front_directive(front, i));
    }
    for (uint32_t i = 0; i < front->files.n; i++) {
        size_t size = 0;
        const char *text =
            front->files.at[i] ? clang_getFileContents(front->tu, front->files.at[i], &size) : NULL;
        if (text) {
            add_macros(front, text);
        }
    }
}

static bool find_function(struct front *front, const char *name, sym_id *sym)
{
    uint32_t at = 0;
    if (!strmap_get(front->function_names, name, &at)) {
        return false;
    }
    *sym = front_symbol_of(front, front->named_functions.at[at]);
    return true;
}

sym_id front_global_named(struct front *front, const char *name)
{
    learn_names(front);
    uint32_t at = 0;
    bool found = strmap_get(front->variable_names, name, &at);
    return found ? front_symbol_of(front, front->named_variables.at[at]) : (sym_id){0};
}

static bool is_unicode(const struct front *front)
{
    for (uint32_t i = 0; i < front->request->n_args; i++) {
        if (text_starts(front->request->args[i], "-DUNICODE")) {
            return true;
        }
    }
    return false;
}

/* The function of that name at file scope, also if a macro adds the A or W of its character set; or
 * an undeclared one. */
static sym_id function_named(struct front *front, const char *name, CXSourceLocation location)
{
    sym_id sym = {0};
    const char *suffix = is_unicode(front) ? "W" : "A";
    if (find_function(front, name, &sym) ||
        find_function(front, arena_printf(front->scratch, "%s%s", name, suffix), &sym)) {
        return sym;
    }
    return front_undeclared(front, name, front_where(front, location));
}

/* True if a parameter or local of that name is known: it may hide the enumerator. */
static bool is_hidden(const struct front *front, const char *name)
{
    for (uint32_t i = 0; i < front->unit->symbols.n; i++) {
        const struct symbol *symbol = &front->unit->symbols.at[i];
        if ((symbol->kind == SYMBOL_PARAM || symbol->kind == SYMBOL_LOCAL) && symbol->name &&
            strcmp(symbol->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* An argument of one token. */
static node_id simple_argument(struct front *front, const struct tokens *tokens, unsigned i)
{
    const char *text = spelling(front, tokens, i);
    CXTokenKind kind = clang_getTokenKind(tokens->at[i]);
    char *end = NULL;
    long long value = strtoll(text, &end, 0);
    if (kind == CXToken_Literal && end != text && *text != '"') {
        return node_int(front, value, 0);
    }
    uint32_t at = 0;
    if (kind == CXToken_Identifier && front->function_names &&
        strmap_get(front->function_names, text, &at)) {
        return node_ref(front, front_symbol_of(front, front->named_functions.at[at]));
    }
    if (kind == CXToken_Identifier && front->enumerator_names &&
        strmap_get(front->enumerator_names, text, &at) && !is_hidden(front, text)) {
        return node_int(front, front->enumerators.at[at], 0);
    }
    if (strcmp(text, "NULL") == 0 || strcmp(text, "nullptr") == 0) {
        return node_int(front, 0, NODE_NULL);
    }
    size_t len = strlen(text);
    if (kind == CXToken_Literal && len >= 2 && *text == '"' && !strchr(text, '\\')) {
        node_id node = node_add(front, NODE_STRING);
        node_at(front, node)->text = arena_strndup(front->arena, text + 1, len - 2);
        return node;
    }
    return node_add(front, NODE_OPAQUE);
}

/* Adds the arguments of the call whose parenthesis is token `open`. */
static void add_arguments(struct front *front, struct list *list, const struct tokens *tokens,
                          unsigned open)
{
    int depth = 0;
    unsigned first = open + 1;
    for (unsigned i = open; i < tokens->n; i++) {
        const char *text = spelling(front, tokens, i);
        bool opens = *text && strchr("([{", *text) && !text[1];
        bool closes = *text && strchr(")]}", *text) && !text[1];
        depth += opens ? 1 : closes ? -1 : 0;
        bool last = depth == 0;
        if ((last || (depth == 1 && strcmp(text, ",") == 0)) && i > first) {
            node_id argument = i == first + 1 ? simple_argument(front, tokens, first)
                                              : node_add(front, NODE_OPAQUE);
            list_add(front, list, argument);
        }
        first = depth == 1 && strcmp(text, ",") == 0 ? i + 1 : first;
        if (last || *text == ';') {
            return;
        }
    }
}

static uint32_t offset_of(const struct body *body, node_id node)
{
    struct node_spot key = {.node = node.i};
    const struct node_spot *found = body->spots.n > 0
                                        ? bsearch(&key, body->spots.at, body->spots.n,
                                                  sizeof *body->spots.at, compare_node_spots)
                                        : NULL;
    return found ? found->offset : 0;
}

void front_insert(struct front *front, node_id body, node_id node, struct insertion at)
{
    uint32_t offset = at.offset;
    node_id block = body;
    uint32_t best = UINT32_MAX;
    for (uint32_t i = 0; i < front->body->blocks.n; i++) {
        const struct block_span *span = &front->body->blocks.at[i];
        if (span->begin <= offset && offset < span->end && span->end - span->begin < best) {
            best = span->end - span->begin;
            block = span->node;
        }
    }
    node_id before = {0};
    node_id earlier = {0};
    node_id child = node_at(front, block)->first;
    while (child.i && offset_of(front->body, child) <= offset) {
        earlier = before;
        before = child;
        child = node_at(front, child)->next;
    }
    if (at.before && before.i) {
        child = before;
        before = earlier;
    }
    node_at(front, node)->next = child;
    if (before.i) {
        node_at(front, before)->next = node;
    } else {
        node_at(front, block)->first = node;
    }
}

/* A name with its qualifiers; NULL if it does not look like a call. */
static const char *called_name(struct front *front, const struct tokens *tokens, unsigned i)
{
    const char *name = spelling(front, tokens, i);
    if (strcmp(name, "__except") == 0 || strcmp(name, "__declspec") == 0) {
        return NULL;
    }
    while (i >= 2 && strcmp(spelling(front, tokens, i - 1), "::") == 0 &&
           clang_getTokenKind(tokens->at[i - 2]) == CXToken_Identifier) {
        i -= 2;
        name = arena_printf(front->scratch, "%s::%s", spelling(front, tokens, i), name);
    }
    unsigned before = i;
    if (before > 0 && strcmp(spelling(front, tokens, before - 1), "::") == 0) {
        before--;
    }
    if (before == 0) {
        return name;
    }
    const char *previous = spelling(front, tokens, before - 1);
    CXTokenKind kind = clang_getTokenKind(tokens->at[before - 1]);
    bool member = strcmp(previous, ".") == 0 || strcmp(previous, "->") == 0;
    bool declares =
        kind == CXToken_Identifier || strcmp(previous, "~") == 0 || strcmp(previous, ">") == 0;
    return member || declares ? NULL : name;
}

/* True for a function-like macro, also if another macro adds the A or W of its character set. */
static bool is_macro(struct front *front, const char *name)
{
    const char *suffix = is_unicode(front) ? "W" : "A";
    return strmap_get(front->macro_names, name, NULL) ||
           strmap_get(front->macro_names, arena_printf(front->scratch, "%s%s", name, suffix), NULL);
}

static void recover_call(struct front *front, const struct tokens *tokens, unsigned i, node_id body)
{
    const char *name = called_name(front, tokens, i);
    learn_names(front);
    if (!name || is_macro(front, name)) {
        return;
    }
    CXSourceLocation location = clang_getTokenLocation(front->tu, tokens->at[i]);
    sym_id sym = function_named(front, name, location);
    struct list list = {0};
    list_add(front, &list, node_ref(front, sym));
    add_arguments(front, &list, tokens, i + 1);
    node_id call = node_add(front, NODE_CALL);
    node_set_children(front, call, list);
    where_id where = front_where(front, location);
    node_at(front, call)->where = where;
    node_at(front, call)->flags |= NODE_BROKEN;
    node_id opaque = node_with(front, NODE_OPAQUE, call);
    node_at(front, opaque)->flags |= NODE_BROKEN;
    node_at(front, opaque)->where = where;
    struct node_spot spot = {.node = opaque.i, .offset = front_spot(front, location).offset};
    VEC_PUSH(front->scratch, &front->body->spots, spot);
    front_insert(front, body, opaque, (struct insertion){.offset = spot.offset});
}

static void recover_case(struct front *front, CXSourceLocation location, node_id body)
{
    node_id node = node_add(front, NODE_DEFAULT);
    where_id where = front_where(front, location);
    node_at(front, node)->where = where;
    node_at(front, node)->flags |= NODE_BROKEN;
    struct node_spot spot = {.node = node.i, .offset = front_spot(front, location).offset};
    VEC_PUSH(front->scratch, &front->body->spots, spot);
    front_insert(front, body, node, (struct insertion){.offset = spot.offset});
}

static bool in_lambda(const struct body *body, uint32_t offset)
{
    for (uint32_t i = 0; i < body->lambdas.n; i++) {
        if (body->lambdas.at[i].begin <= offset && offset < body->lambdas.at[i].end) {
            return true;
        }
    }
    return false;
}

void front_recover(struct front *front, CXCursor function, node_id body)
{
    struct body *at = front->body;
    if (at->known.n > 0) {
        qsort(at->known.at, at->known.n, sizeof *at->known.at, compare_offsets);
    }
    if (at->spots.n > 0) {
        qsort(at->spots.at, at->spots.n, sizeof *at->spots.at, compare_node_spots);
    }
    struct tokens tokens = {0};
    clang_tokenize(front->tu, clang_getCursorExtent(function), &tokens.at, &tokens.n);
    for (unsigned i = 0; i + 1 < tokens.n; i++) {
        CXSourceLocation location = clang_getTokenLocation(front->tu, tokens.at[i]);
        CXTokenKind kind = clang_getTokenKind(tokens.at[i]);
        if (kind != CXToken_Identifier && kind != CXToken_Keyword) {
            continue;
        }
        uint32_t offset = front_spot(front, location).offset;
        bool known = is_known(at, offset) || in_lambda(at, offset);
        if (kind == CXToken_Keyword && !known && strcmp(spelling(front, &tokens, i), "case") == 0) {
            recover_case(front, location, body);
        } else if (kind == CXToken_Identifier && !known &&
                   strcmp(spelling(front, &tokens, i + 1), "(") == 0) {
            recover_call(front, &tokens, i, body);
        }
    }
    clang_disposeTokens(front->tu, tokens.at, tokens.n);
}
