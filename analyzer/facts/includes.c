/*
 * includes.c - a reader of '#' lines.
 *
 * The names are over-approximated: every '#' that is followed by the right word counts, even in a
 * comment or a string, for a name too much costs a look into a folder, and one too few a wrong
 * answer.  The leading run is under-approximated: it ends at the first thing that is not
 * understood to the byte.
 */
#include "facts/includes.h"

#include <ctype.h>
#include <string.h>

#include "base/strbuf.h"

/* A place in a text. */
struct reader {
    const char *at, *end;
    uint32_t line;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && is_blank(*at)) {
        at++;
    }
    return at;
}

static bool takes_word(const char **at, const char *end, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(end - *at) < len || strncmp(*at, word, len) != 0) {
        return false;
    }
    bool goes_on =
        (size_t)(end - *at) > len && (isalnum((unsigned char)(*at)[len]) || (*at)[len] == '_');
    *at += goes_on ? 0 : len;
    return !goes_on;
}

/* Reads "name" or <name>; returns false if it is neither. */
static bool read_name(struct arena *arena, const char **at, const char *end,
                      struct include_name *name)
{
    if (*at >= end || (**at != '"' && **at != '<')) {
        return false;
    }
    char close = **at == '"' ? '"' : '>';
    const char *start = *at + 1;
    const char *stop = start;
    while (stop < end && *stop != close && *stop != '\n') {
        stop++;
    }
    if (stop >= end || *stop != close || stop == start) {
        return false;
    }
    char *copy = arena_strndup(arena, start, (size_t)(stop - start));
    for (char *c = copy; *c != '\0'; c++) {
        *c = *c == '\\' ? '/' : *c;
    }
    *name = (struct include_name){.name = copy, .quoted = close == '"'};
    *at = stop + 1;
    return true;
}

/* ---- all names ---- */

static const char *line_end(const char *at, const char *end)
{
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        if (newline == NULL) {
            return end;
        }
        const char *last = newline > at && newline[-1] == '\r' ? newline - 1 : newline;
        if (last == at || last[-1] != '\\') {
            return newline;
        }
        at = newline + 1;
    }
    return end;
}

static const char *find(const char *at, const char *end, const char *word)
{
    size_t len = strlen(word);
    for (; (size_t)(end - at) >= len; at++) {
        at = memchr(at, word[0], (size_t)(end - at) - len + 1);
        if (at == NULL) {
            return NULL;
        }
        if (memcmp(at, word, len) == 0) {
            return at;
        }
    }
    return NULL;
}

/* The names that __has_include and __has_include_next ask for in a line. */
static void scan_questions(struct arena *arena, const char *at, const char *end,
                           struct include_names *names)
{
    static const char word[] = "__has_include";
    for (at = find(at, end, word); at != NULL; at = find(at, end, word)) {
        at += sizeof word - 1;
        struct include_name name = {.next = takes_word(&at, end, "_next")};
        bool next = name.next;
        at = skip_blanks(at, end);
        at = skip_blanks(at < end && *at == '(' ? at + 1 : at, end);
        if (read_name(arena, &at, end, &name)) {
            name.next = next;
            VEC_PUSH(arena, &names->names, name);
        }
    }
}

/* A macro may hold a header's name: `#define CONFIG_H <config.h>`. */
static void scan_macro(struct arena *arena, const char *at, const char *end,
                       struct include_names *names)
{
    while (at < end && *at != '<' && *at != '"') {
        at++;
    }
    struct include_name name;
    while (at < end) {
        const char *start = at;
        if (read_name(arena, &at, end, &name) && strchr(name.name, '.') != NULL &&
            strpbrk(name.name, " %:;,(") == NULL) {
            VEC_PUSH(arena, &names->names, name);
        }
        at = at == start ? at + 1 : at;
        while (at < end && *at != '<' && *at != '"') {
            at++;
        }
    }
}

static void scan_directive(struct arena *arena, const char *at, const char *end,
                           struct include_names *names)
{
    struct include_name name = {0};
    at = skip_blanks(at, end);
    bool next = takes_word(&at, end, "include_next");
    if (next || takes_word(&at, end, "include") || takes_word(&at, end, "import")) {
        at = skip_blanks(at, end);
        if (read_name(arena, &at, end, &name)) {
            name.next = next;
            VEC_PUSH(arena, &names->names, name);
        }
        return;
    }
    if (takes_word(&at, end, "define")) {
        end = line_end(at, end);
        scan_macro(arena, at, end, names);
        scan_questions(arena, at, end, names);
    } else if (takes_word(&at, end, "if") || takes_word(&at, end, "elif")) {
        scan_questions(arena, at, line_end(at, end), names);
    }
}

void includes_scan(struct arena *arena, const char *text, size_t len, struct include_names *names)
{
    const char *end = text + len;
    for (const char *at = text; at < end; at++) {
        at = memchr(at, '#', (size_t)(end - at));
        if (at == NULL) {
            break;
        }
        scan_directive(arena, at + 1, end, names);
    }
    names->asks_for_itself |=
        find(text, end, "BASE_FILE__") != NULL || find(text, end, "TIMESTAMP__") != NULL; /* __ */
}

/* ---- the leading run ---- */

/* Skips a comment; returns false if there is none or it does not end. */
static bool skip_comment(struct reader *r)
{
    if (r->end - r->at < 2 || r->at[0] != '/' || (r->at[1] != '*' && r->at[1] != '/')) {
        return false;
    }
    if (r->at[1] == '/') {
        const char *stop = line_end(r->at, r->end);
        for (; r->at < stop; r->at++) {
            r->line += *r->at == '\n' ? 1 : 0;
        }
        return true;
    }
    const char *stop = find(r->at + 2, r->end, "*/");
    if (stop == NULL) {
        return false;
    }
    for (; r->at < stop + 2; r->at++) {
        r->line += *r->at == '\n' ? 1 : 0;
    }
    return true;
}

/* Skips blanks, comments and, if `lines`, newlines; appends as many blanks to `out` (NULL: not). */
static void skip_space(struct reader *r, bool lines, struct strbuf *out)
{
    while (r->at < r->end) {
        const char *before = r->at;
        uint32_t line = r->line;
        if (is_blank(*r->at) || (lines && *r->at == '\n')) {
            r->line += *r->at == '\n' ? 1 : 0;
            r->at++;
        } else {
            struct reader comment = *r;
            if (!skip_comment(&comment) || (!lines && comment.line != line)) {
                return;
            }
            *r = comment;
        }
        for (; out != NULL && before < r->at; before++) {
            strbuf_addc(out, *before == '\t' ? '\t' : ' ');
        }
    }
}

/* Copies the rest of a #define; returns false if it holds what is not understood. */
static bool copy_macro(struct reader *r, struct strbuf *out)
{
    while (r->at < r->end && *r->at != '\n') {
        char c = *r->at;
        if (c == '\0' || c == '?' || (unsigned char)c >= 0x80) { /* trigraphs, other letters */
            return false;
        }
        if (c == '"' || c == '\'') { /* no comment begins in them */
            do {
                strbuf_addc(out, *r->at++);
            } while (r->at < r->end && *r->at != c && *r->at != '\n' && *r->at != '\\');
            if (r->at >= r->end || *r->at != c) {
                return false;
            }
        } else if (c == '/' && r->end - r->at > 1 && (r->at[1] == '/' || r->at[1] == '*')) {
            const char *before = r->at;
            skip_space(r, false, out);
            if (r->at == before) {
                return false;
            }
            continue;
        } else if (c == '\\') {
            const char *next = r->at + (r->end - r->at > 1 && r->at[1] == '\r' ? 2 : 1);
            if (next >= r->end || *next != '\n') {
                return false;
            }
            strbuf_addc(out, '\\');
            r->at = next;
            r->line++;
            c = '\n';
        }
        strbuf_addc(out, c == '\r' ? ' ' : *r->at);
        r->at++;
    }
    return true;
}

static bool ends_line(const struct reader *r)
{
    return r->at >= r->end || *r->at == '\n';
}

/* Reads what stands behind '#'; `out` holds the line so far, with the '#'. */
static bool read_directive(struct arena *arena, struct reader *r, struct strbuf *out,
                           struct directive *directive)
{
    skip_space(r, false, out);
    const char *word = r->at;
    bool include = takes_word(&r->at, r->end, "include");
    if (!include && !takes_word(&r->at, r->end, "define") && !takes_word(&r->at, r->end, "undef")) {
        return false;
    }
    strbuf_add(out, word, (size_t)(r->at - word));
    skip_space(r, false, out);
    if (!include) {
        return !ends_line(r) && copy_macro(r, out);
    }
    const char *name = r->at;
    bool windows = false;
    if (!read_name(arena, &r->at, r->end, &directive->include)) {
        return false;
    }
    for (const char *c = name; c < r->at; c++) {
        windows = windows || *c == '\\';
    }
    strbuf_add(out, name, (size_t)(r->at - name));
    skip_space(r, false, NULL);
    return ends_line(r) && !windows;
}

struct directives includes_leading(struct arena *arena, const char *text, size_t len)
{
    struct directives run = {0};
    struct reader r = {text, text + len, 1};
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        r.at += 3;
    }
    for (;;) {
        skip_space(&r, true, NULL);
        if (r.at >= r.end || *r.at != '#') {
            break;
        }
        struct directive next = {.begin = (uint32_t)(r.at - text), .line = r.line};
        const char *start = r.at;
        while (start > text && start[-1] != '\n') {
            start--;
        }
        struct strbuf out;
        strbuf_init(&out, arena);
        for (; start < r.at; start++) {
            strbuf_addc(&out, *start == '\t' ? '\t' : ' ');
        }
        strbuf_addc(&out, '#');
        r.at++;
        if (!read_directive(arena, &r, &out, &next)) {
            break;
        }
        while (out.len > 0 && is_blank(out.text[out.len - 1])) {
            out.text[--out.len] = '\0';
        }
        next.end = (uint32_t)(r.at - text);
        next.n_lines = r.line - next.line + 1;
        next.text = out.text;
        VEC_PUSH(arena, &run, next);
    }
    return run;
}
