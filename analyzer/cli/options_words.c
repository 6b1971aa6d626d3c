/*
 * options_words.c - the command line as words, response files opened.
 *
 * Takes argv, gives the words behind the program's name with every `@file` before `--` replaced by
 * what stands in the file.  It does not know what an option is.  A response file is hostile input:
 * cycles, floods, open quotation marks and NUL bytes end in a diagnostic.
 */
#include "cli/options_table.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "base/vec.h"

enum {
    MAX_FILES = 1000,   /* response files opened in one run */
    MAX_WORDS = 500000, /* words on the whole command line */
};

/* A response file that is being read, and the one that named it. */
struct response {
    const char *file;
    const struct response *from; /* NULL: the command line */
};

/* State of one expansion. */
struct expansion {
    struct arena *arena;
    struct option_words *words;
    struct diag *diag;
    uint32_t n_files;
    bool done; /* `--` was seen: the rest is literal */
};

/* One file's text while it is cut into words. */
struct cutter {
    const char *at;
    const char *end;
    const char *file;
    uint32_t line;
};

static bool expand_file(struct expansion *x, const char *name, const char *place,
                        const struct response *from);

/* Takes one word: opens it if it names a response file, else appends it. */
static bool expand_word(struct expansion *x, struct option_word word, const struct response *from)
{
    if (!x->done && word.text[0] == '@' && word.text[1] != '\0') {
        return expand_file(x, word.text + 1, word.place, from);
    }
    if (x->words->n >= MAX_WORDS) {
        diag_error(x->diag, word.place, "more than %d words on the command line", MAX_WORDS);
        return false;
    }
    x->done = x->done || strcmp(word.text, "--") == 0;
    VEC_PUSH(x->arena, x->words, word);
    return true;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

/* Moves to the next word; comments are lines whose first word begins with '#'.  Returns false at
 * the end. */
static bool skip_to_word(struct cutter *c)
{
    bool fresh = c->line == 1;
    for (; c->at < c->end; c->at++) {
        if (*c->at == '#' && fresh) {
            while (c->at < c->end && *c->at != '\n') {
                c->at++;
            }
        }
        if (c->at == c->end || !is_blank(*c->at)) {
            break;
        }
        if (*c->at == '\n') {
            c->line++;
            fresh = true;
        }
    }
    return c->at < c->end;
}

/* Cuts one word off.  Returns false when a quotation mark is open at the end. */
static bool cut_word(struct cutter *c, struct strbuf *word)
{
    char quote = '\0';
    for (; c->at < c->end && (quote != '\0' || !is_blank(*c->at)); c->at++) {
        if (*c->at == '\\' && c->at + 1 < c->end && (c->at[1] == '"' || c->at[1] == '\'')) {
            c->at++;
            strbuf_addc(word, *c->at);
        } else if (*c->at == quote) {
            quote = '\0';
        } else if (quote == '\0' && (*c->at == '"' || *c->at == '\'')) {
            quote = *c->at;
        } else {
            strbuf_addc(word, *c->at);
        }
        c->line += *c->at == '\n';
    }
    return quote == '\0';
}

/* Appends the words of a file's text. */
static bool expand_text(struct expansion *x, struct cutter *c, const struct response *self)
{
    while (skip_to_word(c)) {
        const char *place = arena_printf(x->arena, "%s:%u", c->file, c->line);
        struct strbuf word;
        strbuf_init(&word, x->arena);
        if (!cut_word(c, &word)) {
            diag_error(x->diag, place, "a quotation mark is opened here and never closed");
            return false;
        }
        if (!expand_word(x, (struct option_word){word.text, place}, self)) {
            return false;
        }
    }
    return true;
}

/* Reads the response file as UTF-8.  Returns NULL after a diag_error(). */
static const char *read_text(struct expansion *x, const char *name, const char *place, size_t *len)
{
    const char *error = NULL;
    const char *text = os_read_file(x->arena, name, len, &error);
    if (text == NULL) {
        diag_error(x->diag, place, "cannot read the response file '%s': %s", name, error);
        return NULL;
    }
    size_t utf8_len = 0;
    const char *utf8 = text_from_utf16(x->arena, text, *len, &utf8_len);
    if (utf8 != NULL) {
        text = utf8;
        *len = utf8_len;
    } else if (*len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        *len -= 3;
    }
    if (memchr(text, '\0', *len) != NULL) {
        diag_error(x->diag, name, "a response file is text, but this one holds a NUL byte");
        return NULL;
    }
    return text;
}

/* Appends the words of the response file `name`, which stands at `place`. */
static bool expand_file(struct expansion *x, const char *name, const char *place,
                        const struct response *from)
{
    struct response self = {path_normalize(x->arena, name), from};
    for (const struct response *r = from; r != NULL; r = r->from) {
        if (strcmp(r->file, self.file) == 0) {
            diag_error(x->diag, place, "the response file '%s' opens itself", name);
            return false;
        }
    }
    if (++x->n_files > MAX_FILES) {
        diag_error(x->diag, place, "more than %d response files", MAX_FILES);
        return false;
    }
    size_t len = 0;
    const char *text = read_text(x, name, place, &len);
    if (text == NULL) {
        return false;
    }
    struct cutter cutter = {text, text + len, name, 1};
    return expand_text(x, &cutter, &self);
}

bool options_expand(struct arena *arena, int argc, const char *const *argv,
                    struct option_words *words, struct diag *diag)
{
    struct expansion x = {.arena = arena, .words = words, .diag = diag};
    for (int i = 1; i < argc; i++) {
        if (!expand_word(&x, (struct option_word){argv[i], NULL}, NULL)) {
            return false;
        }
    }
    return true;
}

/* Reads standard input to its end. */
static const char *read_input(struct arena *arena, size_t *len)
{
    struct strbuf text;
    strbuf_init(&text, arena);
    char piece[4096];
    int64_t n = 0;
    while ((n = os_read_descriptor(0, piece, sizeof piece)) > 0) {
        strbuf_add(&text, piece, (size_t)n);
    }
    *len = text.len;
    return text.text;
}

bool options_read_names(struct arena *arena, const char *file, struct option_list *names,
                        struct diag *diag)
{
    const char *error = NULL;
    size_t len = 0;
    const char *text =
        strcmp(file, "-") == 0 ? read_input(arena, &len) : os_read_file(arena, file, &len, &error);
    if (text == NULL) {
        diag_error(diag, file, "cannot read this list of files: %s", error);
        return false;
    }
    if (memchr(text, '\0', len) != NULL) {
        diag_error(diag, file, "a list of files is text, but this one holds a NUL byte");
        return false;
    }
    for (size_t at = 0; at < len;) {
        size_t end = at + strcspn(text + at, "\r\n");
        if (end > at && names->n >= MAX_WORDS) {
            diag_error(diag, file, "this list has more than %d files: split it", MAX_WORDS);
            return false;
        }
        if (end > at) {
            const char *name = arena_strndup(arena, text + at, end - at);
            VEC_PUSH(arena, names, name);
        }
        at = end + 1;
    }
    return true;
}
