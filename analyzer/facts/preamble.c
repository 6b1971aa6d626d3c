/* preamble.c - the description of a preamble: a line for each thing, fields between tabs. */
#include "facts/preamble.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/text.h"

static const char header[] = "dllmain-lint preamble 1\n";

enum { MOST_FIELDS = 8, HASH_LEN = 32 };

/* ---- writing ---- */

static void put_text(struct strbuf *out, const char *text)
{
    strbuf_addc(out, '\t');
    for (; *text != '\0'; text++) {
        const char *escape = *text == '\t'   ? "\\t"
                             : *text == '\n' ? "\\n"
                             : *text == '\\' ? "\\\\"
                                             : NULL;
        if (escape != NULL) {
            strbuf_adds(out, escape);
        } else {
            strbuf_addc(out, *text);
        }
    }
}

static void put_number(struct strbuf *out, uint64_t number)
{
    strbuf_addc(out, '\t');
    strbuf_add_number(out, (int64_t)number);
}

void preamble_write(struct strbuf *out, const struct preamble *preamble)
{
    size_t start = out->len;
    strbuf_adds(out, header);
    for (uint32_t i = 0; i < preamble->parts.n; i++) {
        const struct preamble_part *part = &preamble->parts.at[i];
        strbuf_adds(out, "part");
        put_text(out, part->path);
        put_number(out, part->size);
        put_text(out, part->hash);
        put_text(out, part->source);
        put_number(out, part->first);
        put_number(out, part->n);
        strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < preamble->directives.n; i++) {
        strbuf_adds(out, "directive");
        put_text(out, preamble->directives.at[i]);
        strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < preamble->files.n; i++) {
        const struct source_file *file = &preamble->files.at[i];
        strbuf_adds(out, "file");
        put_text(out, file->path);
        put_number(out, file->size);
        put_text(out, file->hash);
        put_number(out, file->system ? 1 : 0);
        strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < preamble->decls.n; i++) {
        const struct preamble_decl *decl = &preamble->decls.at[i];
        strbuf_adds(out, decl->if_defined ? "extern" : "decl");
        put_text(out, decl->file);
        put_number(out, decl->offset);
        put_number(out, decl->kind);
        put_text(out, decl->usr);
        strbuf_addc(out, '\n');
    }
    strbuf_printf(out, "end\t%s\n", hash_bytes(out->text + start, out->len - start).hex);
}

/* ---- reading ---- */

/* The fields of a line. */
struct fields {
    const char *at[MOST_FIELDS];
    uint32_t n;
};

static const char *unescape(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_strndup(arena, text, len);
    char *to = copy;
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (c == '\\' && i + 1 < len) {
            i++;
            c = text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
        }
        *to++ = c;
    }
    *to = '\0';
    return copy;
}

static struct fields split(struct arena *arena, const char *line, const char *end)
{
    struct fields fields = {0};
    while (line <= end && fields.n < MOST_FIELDS) {
        const char *stop = memchr(line, '\t', (size_t)(end - line));
        stop = stop == NULL ? end : stop;
        fields.at[fields.n++] = unescape(arena, line, (size_t)(stop - line));
        line = stop + 1;
    }
    return fields;
}

static uint64_t number(const char *text)
{
    return strtoull(text, NULL, 10);
}

static bool read_line(struct arena *arena, struct preamble *preamble, const struct fields *f)
{
    if (f->n == 7 && strcmp(f->at[0], "part") == 0) {
        struct preamble_part part = {.path = f->at[1],
                                     .size = number(f->at[2]),
                                     .hash = f->at[3],
                                     .source = f->at[4],
                                     .first = (uint32_t)number(f->at[5]),
                                     .n = (uint32_t)number(f->at[6])};
        VEC_PUSH(arena, &preamble->parts, part);
    } else if (f->n == 2 && strcmp(f->at[0], "directive") == 0) {
        VEC_PUSH(arena, &preamble->directives, f->at[1]);
    } else if (f->n == 5 && strcmp(f->at[0], "file") == 0) {
        struct source_file file = {.path = f->at[1],
                                   .size = number(f->at[2]),
                                   .hash = f->at[3],
                                   .system = f->at[4][0] == '1'};
        VEC_PUSH(arena, &preamble->files, file);
    } else if (f->n == 5 && (strcmp(f->at[0], "decl") == 0 || strcmp(f->at[0], "extern") == 0)) {
        struct preamble_decl decl = {.if_defined = f->at[0][0] == 'e',
                                     .file = f->at[1],
                                     .offset = (uint32_t)number(f->at[2]),
                                     .kind = (uint32_t)number(f->at[3]),
                                     .usr = f->at[4]};
        VEC_PUSH(arena, &preamble->decls, decl);
    } else {
        return false;
    }
    return true;
}

/* True if the parts' directives follow each other and are all of them. */
static bool is_sound(const struct preamble *preamble)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < preamble->parts.n; i++) {
        const struct preamble_part *part = &preamble->parts.at[i];
        if (part->first != next || part->n > preamble->directives.n - next) {
            return false;
        }
        next += part->n;
    }
    return preamble->parts.n > 0 && next == preamble->directives.n;
}

struct preamble *preamble_read(struct arena *arena, const char *text, size_t len)
{
    size_t seal = sizeof "end\t\n" - 1 + HASH_LEN;
    if (len < sizeof header - 1 + seal || memcmp(text, header, sizeof header - 1) != 0 ||
        memchr(text, '\0', len) != NULL) {
        return NULL;
    }
    const char *end = text + len - seal;
    if (memcmp(end, "end\t", 4) != 0 || text[len - 1] != '\n' ||
        memcmp(end + 4, hash_bytes(text, len - seal).hex, HASH_LEN) != 0) {
        return NULL;
    }
    struct preamble *preamble = ARENA_NEW(arena, struct preamble);
    for (const char *line = text + sizeof header - 1; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        if (stop == NULL) {
            return NULL;
        }
        struct fields fields = split(arena, line, stop);
        if (!read_line(arena, preamble, &fields)) {
            return NULL;
        }
        line = stop + 1;
    }
    return is_sound(preamble) ? preamble : NULL;
}

const char *preamble_description(struct arena *arena, const char *path)
{
    return arena_printf(arena, "%s.txt", path);
}

struct preamble *preamble_load(struct arena *arena, const char *path)
{
    size_t len = 0;
    const char *text = os_read_file(arena, preamble_description(arena, path), &len, NULL);
    struct preamble *preamble = text == NULL ? NULL : preamble_read(arena, text, len);
    bool own =
        preamble != NULL && strcmp(preamble->parts.at[preamble->parts.n - 1].path, path) == 0;
    return own ? preamble : NULL;
}

bool preamble_is_whole(const struct preamble *preamble)
{
    bool whole = true;
    for (uint32_t i = 0; whole && i < preamble->parts.n; i++) {
        const struct preamble_part *part = &preamble->parts.at[i];
        struct arena *arena = arena_create();
        size_t len = 0;
        const char *bytes = os_read_file(arena, part->path, &len, NULL);
        whole = bytes != NULL && len == part->size &&
                strcmp(hash_bytes(bytes, len).hex, part->hash) == 0;
        arena_destroy(arena);
    }
    return whole;
}
