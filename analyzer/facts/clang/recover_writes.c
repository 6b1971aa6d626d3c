/*
 * recover_writes.c - assignments that clang dropped after an error.
 *
 * `hr = read(stream, &unknown);` is not in the tree when `unknown` is of a type that a missing
 * header declares, and then `hr` seems to hold what it held before.  Only for functions with an
 * error inside: a variable with an assigning operator beside it, or behind a `&` that stands for
 * its address, at a place where the tree has no assignment, is taken to hold anything from there
 * on. Whether the statement in front of the place is around it, is not known, so the value is
 * forgotten both before and behind that statement.
 *
 * Takes the tokens of the body.  Fields, and what pointers point to, are not looked at.
 */
#include "facts/clang/front.h"

#include <stdlib.h>
#include <string.h>

/* The tokens of a body, and where the variables that were given away are put. */
struct writes {
    struct front *front;
    CXToken *tokens;
    unsigned n;
    node_id body;
};

static const char *text_at(const struct writes *w, unsigned i)
{
    return i < w->n
               ? front_string(w->front->scratch, clang_getTokenSpelling(w->front->tu, w->tokens[i]))
               : "";
}

static bool is_one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strcmp(text, *words) == 0) {
            return true;
        }
    }
    return false;
}

static uint32_t offset_at(const struct writes *w, unsigned i)
{
    return front_spot(w->front, clang_getTokenLocation(w->front->tu, w->tokens[i])).offset;
}

/* True if the tree has an assignment at the place. */
static bool is_kept(const struct writes *w, uint32_t offset)
{
    const struct body *body = w->front->body;
    for (uint32_t i = 0; i < body->assigned.n; i++) {
        if (body->assigned.at[i] == offset) {
            return true;
        }
    }
    return false;
}

/* True if token `i`, an identifier, is assigned, stepped or handed over by its address. */
static bool is_written(const struct writes *w, unsigned i)
{
    static const char *const assigning[] = {
        "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "++", "--", NULL};
    static const char *const before_address[] = {"(", ",", "=", "return", NULL};
    static const char *const member[] = {".", "->", "::", NULL};
    const char *previous = i > 0 ? text_at(w, i - 1) : "";
    if (is_one_of(previous, member)) {
        return false;
    }
    if (strcmp(previous, "&") == 0 && i > 1) {
        return is_one_of(text_at(w, i - 2), before_address);
    }
    return is_one_of(text_at(w, i + 1), assigning) || strcmp(previous, "++") == 0 ||
           strcmp(previous, "--") == 0;
}

/* Lets the variable hold anything, before and behind the statement at the place. */
static void forget(const struct writes *w, sym_id sym, unsigned i)
{
    struct front *front = w->front;
    for (int before = 0; before < 2; before++) {
        struct list list = {0};
        list_add(front, &list, node_ref(front, sym));
        list_add(front, &list, node_add(front, NODE_OPAQUE));
        node_id assign = node_add(front, NODE_ASSIGN);
        node_set_children(front, assign, list);
        node_at(front, assign)->flags |= NODE_BROKEN;
        where_id where = front_where(front, clang_getTokenLocation(front->tu, w->tokens[i]));
        node_at(front, assign)->where = where;
        front_insert(front, w->body, assign,
                     (struct insertion){.offset = offset_at(w, i), .before = before == 0});
    }
}

/* The variables of that name which the function can mean. */
static void forget_named(const struct writes *w, unsigned i)
{
    struct front *front = w->front;
    const char *name = text_at(w, i);
    bool local = false;
    for (uint32_t s = front->body->first_symbol; s < front->unit->symbols.n; s++) {
        const struct symbol *symbol = &front->unit->symbols.at[s];
        bool variable = symbol->kind == SYMBOL_PARAM || symbol->kind == SYMBOL_LOCAL;
        if (variable && strcmp(symbol->name, name) == 0) {
            forget(w, (sym_id){s}, i);
            local = true;
        }
    }
    sym_id global = local ? (sym_id){0} : front_global_named(front, name);
    if (global.i != 0) {
        forget(w, global, i);
    }
}

/* True if an error stands in the statement around the token: from the `;`, `{` or `}` before it to
 * the `;` or `{` behind it. */
static bool is_in_error(const struct writes *w, unsigned i)
{
    static const char *const borders[] = {";", "{", "}", NULL};
    unsigned first = i;
    unsigned last = i;
    while (first > 0 && !is_one_of(text_at(w, first - 1), borders)) {
        first--;
    }
    while (last + 1 < w->n && !is_one_of(text_at(w, last), borders)) {
        last++;
    }
    CXSourceLocation begin = clang_getTokenLocation(w->front->tu, w->tokens[first]);
    CXSourceLocation end = clang_getTokenLocation(w->front->tu, w->tokens[last]);
    return front_has_error(w->front, clang_getRange(begin, end));
}

void front_recover_writes(struct front *front, CXCursor function, node_id body)
{
    struct writes w = {.front = front, .body = body};
    clang_tokenize(front->tu, clang_getCursorExtent(function), &w.tokens, &w.n);
    for (unsigned i = 0; i < w.n; i++) {
        bool name = clang_getTokenKind(w.tokens[i]) == CXToken_Identifier;
        if (name && is_written(&w, i) && !is_kept(&w, offset_at(&w, i)) && is_in_error(&w, i)) {
            forget_named(&w, i);
        }
    }
    clang_disposeTokens(front->tu, w.tokens, w.n);
}
