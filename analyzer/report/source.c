/*
 * source.c - the cache of source files; lines, columns and tokens.
 *
 * UTF-16 files with a byte order mark are shown as the front end reads them, as UTF-8.
 */
#include "report/source.h"

#include <ctype.h>
#include <string.h>

#include "base/os.h"
#include "base/strmap.h"
#include "base/text.h"
#include "base/vec.h"
#include "report/line_hash.h"
#include "report/utf.h"

/* One file.  `text` is NULL if it cannot be read. */
struct source {
    const char *text;
    size_t len;
    VEC(size_t) lines; /* where each begins */
    struct line_hashes hashes;
    bool hashed;
};

struct sources {
    struct arena *arena;
    struct strmap *index; /* file -> position in `all` */
    VEC(struct source *) all;
};

struct sources *sources_create(struct arena *arena)
{
    struct sources *sources = ARENA_NEW(arena, struct sources);
    sources->arena = arena;
    sources->index = strmap_create(arena);
    return sources;
}

/* Records where the lines begin; clang ends lines where we do. */
static void find_lines(struct arena *arena, struct source *source)
{
    size_t at = 0;
    while (at < source->len) {
        VEC_PUSH(arena, &source->lines, at);
        while (at < source->len && source->text[at] != '\n' && source->text[at] != '\r') {
            at++;
        }
        bool crlf =
            at + 1 < source->len && source->text[at] == '\r' && source->text[at + 1] == '\n';
        at += crlf ? 2 : 1;
    }
}

static struct source *load(struct sources *sources, const char *file)
{
    uint32_t known;
    if (strmap_get(sources->index, file, &known)) {
        return sources->all.at[known];
    }
    struct source *source = ARENA_NEW(sources->arena, struct source);
    strmap_put(sources->index, file, sources->all.n);
    VEC_PUSH(sources->arena, &sources->all, source);
    source->text = os_read_file(sources->arena, file, &source->len, NULL);
    if (source->text) {
        size_t len;
        char *converted = text_from_utf16(sources->arena, source->text, source->len, &len);
        if (converted) {
            source->text = converted;
            source->len = len;
        }
        find_lines(sources->arena, source);
    }
    return source;
}

bool source_line(struct sources *sources, const char *file, uint32_t line, struct slice *out)
{
    const struct source *source = file ? load(sources, file) : NULL;
    if (!source || line == 0 || line > source->lines.n) {
        return false;
    }
    size_t from = source->lines.at[line - 1];
    size_t to = line < source->lines.n ? source->lines.at[line] : source->len;
    while (to > from && (source->text[to - 1] == '\n' || source->text[to - 1] == '\r')) {
        to--;
    }
    *out = (struct slice){source->text + from, to - from};
    return true;
}

bool source_text(struct sources *sources, const char *file, struct slice *out)
{
    const struct source *source = file ? load(sources, file) : NULL;
    if (!source || !source->text) {
        return false;
    }
    *out = (struct slice){source->text, source->len};
    return true;
}

uint32_t source_n_lines(struct sources *sources, const char *file)
{
    return file ? load(sources, file)->lines.n : 0;
}

uint32_t source_column(struct sources *sources, const struct place *place)
{
    struct slice line;
    if (place->column == 0) {
        return 1;
    }
    if (!source_line(sources, place->file, place->line, &line)) {
        return place->column;
    }
    size_t bytes = place->column - 1;
    return 1 + utf_units(line.text, bytes < line.len ? bytes : line.len);
}

static bool is_name_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

static size_t name_end(struct slice line, size_t at)
{
    while (at < line.len && is_name_byte(line.text[at])) {
        at++;
    }
    return at;
}

/* Returns the length of what joins names at `at`, 0 if nothing does. */
static size_t joint_len(struct slice line, size_t at)
{
    static const char *const joints[] = {"::", "->", "."};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t len = strlen(joints[i]);
        bool fits = at + len < line.len && memcmp(line.text + at, joints[i], len) == 0;
        if (fits && is_name_byte(line.text[at + len])) {
            return len;
        }
    }
    return 0;
}

struct token source_token(struct slice line, uint32_t column)
{
    struct token token = {0, line.len};
    if (column == 0 || column > line.len) {
        while (token.from < line.len && isspace((unsigned char)line.text[token.from])) {
            token.from++;
        }
        return token;
    }
    token.from = column - 1;
    token.to = name_end(line, token.from);
    if (token.to == token.from) {
        uint32_t c;
        token.to += utf_decode(line.text + token.to, line.len - token.to, &c);
        return token;
    }
    for (size_t len = joint_len(line, token.to); len > 0; len = joint_len(line, token.to)) {
        token.to = name_end(line, token.to + len);
    }
    return token;
}

struct span source_span(struct sources *sources, const struct place *place)
{
    struct span span = {.from = place->column > 0 ? place->column : 1};
    span.to = span.from + 1;
    uint32_t number = place->line > 0 ? place->line : 1;
    if (source_line(sources, place->file, number, &span.line)) {
        span.token = source_token(span.line, place->line > 0 ? place->column : 0);
        const char *text = span.line.text;
        span.from = 1 + utf_units(text, span.token.from);
        span.to = span.from + utf_units(text + span.token.from, span.token.to - span.token.from);
    }
    return span;
}

const char *source_line_hash(struct sources *sources, const char *file, uint32_t line)
{
    struct source *source = file ? load(sources, file) : NULL;
    if (!source || !source->text || line == 0) {
        return NULL;
    }
    if (!source->hashed) {
        source->hashes = line_hashes(sources->arena, source->text, source->len);
        source->hashed = true;
    }
    return line <= source->hashes.n ? source->hashes.at[line - 1] : NULL;
}
