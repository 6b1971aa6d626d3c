/*
 * lex.c - comments and tokens of C and C++.
 *
 * First the lines that a backslash continues are joined, and where each line began is kept; then
 * one pass cuts the text.  A string or character that is not closed ends with its line, as broken
 * code and `#error don't` have such; so does what looks like a raw string but is never closed.
 * Sources: the phases of translation,
 * https://en.cppreference.com/w/cpp/language/translation_phases, and raw strings,
 * https://en.cppreference.com/w/cpp/language/string_literal.
 */
#include "verdict/lex.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_DELIMITER = 16 }; /* of a raw string, as the standard says */

/* One pass over the joined text. */
struct lexer {
    struct arena *arena;
    struct lexed *lexed;
    size_t at;
    uint32_t n_directives;
    uint32_t directive; /* the one that is being read; 0: none */
    bool fresh;         /* nothing but comments stands before on this line */
    bool unclosed;      /* a raw string was never closed: none is looked for any more */
};

/* Returns the length of the line ending at `text`: 0, 1, or 2 for CRLF. */
static size_t ending_len(const char *text, size_t left)
{
    if (left == 0 || (text[0] != '\n' && text[0] != '\r')) {
        return 0;
    }
    return text[0] == '\r' && left > 1 && text[1] == '\n' ? 2 : 1;
}

/* Returns the length of a backslash, blanks and a line ending; 0 if it is not that. */
static size_t splice_len(const char *text, size_t left)
{
    size_t at = 1;
    if (text[0] != '\\') {
        return 0;
    }
    while (at < left && (text[at] == ' ' || text[at] == '\t')) {
        at++;
    }
    size_t ending = ending_len(text + at, left - at);
    return ending == 0 ? 0 : at + ending;
}

/* Joins continued lines. */
static void join_lines(struct arena *arena, struct lexed *lexed, const char *text, size_t len)
{
    char *joined = arena_alloc(arena, len + 1);
    size_t to = 0;
    VEC_PUSH(arena, &lexed->lines, 0);
    for (size_t at = 0; at < len;) {
        size_t splice = splice_len(text + at, len - at);
        size_t ending = ending_len(text + at, len - at);
        if (splice == 0 && ending == 0) {
            joined[to++] = text[at++];
            continue;
        }
        if (ending > 0) {
            joined[to++] = '\n';
        }
        at += splice + ending;
        VEC_PUSH(arena, &lexed->lines, to);
    }
    lexed->text = joined;
    lexed->len = to;
}

static bool is_name_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* Returns the byte `ahead` of the present one; NUL behind the end. */
static char peek(const struct lexer *l, size_t ahead)
{
    return l->at + ahead < l->lexed->len ? l->lexed->text[l->at + ahead] : '\0';
}

static void push(struct lexer *l, enum piece_kind kind, size_t from)
{
    struct piece piece = {kind, from, l->at, l->directive};
    VEC_PUSH(l->arena, &l->lexed->pieces, piece);
    l->fresh = l->fresh && kind == PIECE_COMMENT;
}

static void lex_comment(struct lexer *l)
{
    size_t from = l->at;
    bool block = peek(l, 1) == '*';
    l->at += 2;
    while (l->at < l->lexed->len) {
        if (block && peek(l, 0) == '*' && peek(l, 1) == '/') {
            l->at += 2;
            break;
        }
        if (!block && peek(l, 0) == '\n') {
            break;
        }
        l->at++;
    }
    push(l, PIECE_COMMENT, from);
}

/* Reads from a quotation mark to its counterpart, or to the end of the line. */
static void skip_quoted(struct lexer *l)
{
    char quote = peek(l, 0);
    l->at++;
    while (l->at < l->lexed->len && peek(l, 0) != '\n') {
        char c = peek(l, 0);
        l->at += c == '\\' && peek(l, 1) != '\n' && l->at + 1 < l->lexed->len ? 2 : 1;
        if (c == quote) {
            return;
        }
    }
}

/* Reads `"delimiter( ... )delimiter"`, at its first quotation mark.  Returns false, with nothing
 * read, if it is not that. */
static bool skip_raw(struct lexer *l)
{
    const char *text = l->lexed->text;
    size_t open = l->at + 1;
    size_t n = 0;
    while (n <= LONGEST_DELIMITER && open + n < l->lexed->len && text[open + n] != '(') {
        if (strchr(" )\\\t\v\f\n\"", text[open + n]) != NULL) {
            return false;
        }
        n++;
    }
    if (n > LONGEST_DELIMITER || open + n >= l->lexed->len || l->unclosed) {
        return false;
    }
    for (size_t at = open + n + 1; at + n + 1 < l->lexed->len; at++) {
        if (text[at] == ')' && text[at + n + 1] == '"' &&
            memcmp(text + at + 1, text + open, n) == 0) {
            l->at = at + n + 2;
            return true;
        }
    }
    l->unclosed = true;
    return false;
}

static bool is_raw_prefix(const char *text, size_t len)
{
    static const char *const prefixes[] = {"R", "LR", "uR", "UR", "u8R"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        if (strlen(prefixes[i]) == len && memcmp(prefixes[i], text, len) == 0) {
            return true;
        }
    }
    return false;
}

/* Reads a name, or the raw string that begins like one. */
static void lex_word(struct lexer *l)
{
    size_t from = l->at;
    while (is_name_byte(peek(l, 0))) {
        l->at++;
    }
    bool raw = peek(l, 0) == '"' && is_raw_prefix(l->lexed->text + from, l->at - from);
    push(l, raw && skip_raw(l) ? PIECE_STRING : PIECE_WORD, from);
}

/* Reads a number: 1'000'000, 1.5e+3, 0xFFul. */
static void lex_number(struct lexer *l)
{
    size_t from = l->at;
    while (is_name_byte(peek(l, 0)) || peek(l, 0) == '.' ||
           (peek(l, 0) == '\'' && is_name_byte(peek(l, 1)))) {
        bool exponent = strchr("eEpP", peek(l, 0)) != NULL;
        bool sign = peek(l, 1) == '+' || peek(l, 1) == '-';
        l->at += exponent && sign ? 2 : 1;
    }
    push(l, PIECE_OTHER, from);
}

static void lex_quoted(struct lexer *l)
{
    size_t from = l->at;
    bool string = peek(l, 0) == '"';
    skip_quoted(l);
    push(l, string ? PIECE_STRING : PIECE_OTHER, from);
}

static void lex_mark(struct lexer *l)
{
    if (peek(l, 0) == '#' && l->fresh) {
        l->directive = ++l->n_directives;
    }
    l->at++;
    push(l, PIECE_MARK, l->at - 1);
}

static void lex_piece(struct lexer *l)
{
    char c = peek(l, 0);
    if (c == '\n') {
        l->fresh = true;
        l->directive = 0;
        l->at++;
    } else if (isspace((unsigned char)c) || c == '\0') {
        l->at++;
    } else if (c == '/' && (peek(l, 1) == '/' || peek(l, 1) == '*')) {
        lex_comment(l);
    } else if (c == '"' || c == '\'') {
        lex_quoted(l);
    } else if (isdigit((unsigned char)c) || (c == '.' && isdigit((unsigned char)peek(l, 1)))) {
        lex_number(l);
    } else if (is_name_byte(c)) {
        lex_word(l);
    } else {
        lex_mark(l);
    }
}

struct lexed *lex(struct arena *arena, const char *text, size_t len)
{
    struct lexed *lexed = ARENA_NEW(arena, struct lexed);
    join_lines(arena, lexed, text, len);
    struct lexer l = {.arena = arena, .lexed = lexed, .fresh = true};
    while (l.at < lexed->len) {
        lex_piece(&l);
    }
    return lexed;
}

struct position lex_position(const struct lexed *lexed, size_t at)
{
    uint32_t low = 0;
    uint32_t high = lexed->lines.n; /* lines.at[low] <= at < lines.at[high] */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lexed->lines.at[middle] <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (struct position){low + 1, (uint32_t)(at - lexed->lines.at[low]) + 1};
}

bool lex_is(const struct lexed *lexed, const struct piece *piece, const char *text)
{
    size_t len = strlen(text);
    return (piece->kind == PIECE_WORD || piece->kind == PIECE_MARK) &&
           piece->to - piece->from == len && memcmp(lexed->text + piece->from, text, len) == 0;
}
