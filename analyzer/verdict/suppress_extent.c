/*
 * suppress_extent.c - how far the attribute [[gsl::suppress]] reaches: over the statement, function
 * or class that it stands at.
 *
 * Without a parser, by brackets and a few keywords: statements that begin with a keyword are
 * followed part by part; all else ends at its `;`, or at a `}` behind which it does not go on (a
 * function's body, a class without a variable).  Directives in between are not looked at.
 */
#include "verdict/lex.h"
#include "verdict/suppress.h"

#include <string.h>

/* The pieces that are looked at: those of the attribute's own directive, or of none. */
struct scan {
    const struct lexed *lexed;
    uint32_t at;  /* of the next piece */
    uint32_t end; /* behind the last one that was taken */
    uint32_t directive;
};

/* Moves over comments and directives.  Returns false at the end. */
static bool settle(struct scan *s)
{
    while (s->at < s->lexed->pieces.n) {
        const struct piece *piece = &s->lexed->pieces.at[s->at];
        if (piece->kind != PIECE_COMMENT && piece->directive == s->directive) {
            return true;
        }
        if (s->directive != 0 && piece->directive != s->directive) {
            return false;
        }
        s->at++;
    }
    return false;
}

static void take_any(struct scan *s)
{
    s->end = ++s->at;
}

/* True if the next piece is this one. */
static bool next_is(struct scan *s, const char *text)
{
    return settle(s) && lex_is(s->lexed, &s->lexed->pieces.at[s->at], text);
}

/* Takes the next piece if it is this one. */
static bool take(struct scan *s, const char *text)
{
    bool is = next_is(s, text);
    if (is) {
        take_any(s);
    }
    return is;
}

/* Takes a bracket that is next, with all up to its counterpart. */
static void take_group(struct scan *s)
{
    uint32_t depth = 0;
    do {
        const struct piece *piece = &s->lexed->pieces.at[s->at];
        if (piece->kind == PIECE_MARK) {
            char c = s->lexed->text[piece->from];
            depth += c == '(' || c == '[' || c == '{';
            depth -= depth > 0 && (c == ')' || c == ']' || c == '}');
        }
        take_any(s);
    } while (depth > 0 && settle(s));
}

/* True if what a `}` has closed goes on: `= {...}, b;`, `T{}.run();`, `: a{1} {...}`. */
static bool goes_on(struct scan *s)
{
    static const char marks[] = ",{().=?<>+-/%^|&!";
    if (!settle(s)) {
        return false;
    }
    const struct piece *piece = &s->lexed->pieces.at[s->at];
    if (piece->kind == PIECE_WORD) {
        return lex_is(s->lexed, piece, "catch");
    }
    char c = s->lexed->text[piece->from];
    bool attribute = c == '[' && s->lexed->text[piece->to] == '[';
    return piece->kind == PIECE_MARK && (strchr(marks, c) != NULL || (c == '[' && !attribute));
}

/* Takes a declaration or an expression. */
static void take_simple(struct scan *s)
{
    while (settle(s) && !next_is(s, "}") && !take(s, ";")) {
        bool braces = next_is(s, "{");
        if (braces || next_is(s, "(") || next_is(s, "[")) {
            take_group(s);
        } else {
            take_any(s);
        }
        if (braces && take(s, ";")) {
            return;
        }
        if (braces && !goes_on(s)) {
            return;
        }
    }
}

/* Takes a block and its handlers. */
static void take_try(struct scan *s)
{
    do {
        if (next_is(s, "(")) {
            take_group(s);
        }
        if (next_is(s, "{")) {
            take_group(s);
        }
    } while (take(s, "catch") || take(s, "__except") || take(s, "__finally"));
}

/* Takes a keyword with its condition; `*n_ifs` counts those that an `else` may follow. */
static bool take_head(struct scan *s, uint32_t *n_ifs)
{
    static const char *const words[] = {"if", "for", "while", "switch"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (take(s, words[i])) {
            *n_ifs += i == 0;
            while (settle(s) && !next_is(s, "(") && !next_is(s, "{") && !next_is(s, ";")) {
                take_any(s); /* constexpr, co_await, ! consteval */
            }
            if (next_is(s, "(")) {
                take_group(s);
            }
            return true;
        }
    }
    return false;
}

uint32_t suppression_extent(const struct lexed *lexed, uint32_t from)
{
    struct scan s = {lexed, from, from,
                     from < lexed->pieces.n ? lexed->pieces.at[from].directive : 0};
    uint32_t n_ifs = 0;
    do {
        while (take_head(&s, &n_ifs)) {
        }
        if (next_is(&s, "{")) {
            take_group(&s);
        } else if (take(&s, "do")) {
            if (next_is(&s, "{")) {
                take_group(&s);
            } else {
                take_simple(&s);
            }
            take_simple(&s);
        } else if (take(&s, "try") || take(&s, "__try")) {
            take_try(&s);
        } else {
            take_simple(&s);
        }
    } while (n_ifs > 0 && take(&s, "else") && n_ifs-- > 0);
    return s.end;
}
