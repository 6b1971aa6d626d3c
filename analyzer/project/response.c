/*
 * response.c - expands response files, each of which is read once for the whole project.
 *
 * A file is UTF-16 with a byte order mark (as MSBuild writes it) or UTF-8; bytes that are neither
 * become U+FFFD.  The depth, the files and the words of a command are limited, so that files that
 * name each other end.
 */
#include "project/response.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "project/limits.h"

/* One expansion under way. */
struct expansion {
    struct loader *loader;
    const struct response_context *context;
    struct arguments *out;
    const char *open[LIMIT_RESPONSE_DEPTH]; /* the files that are being read */
    uint32_t depth;
    uint32_t n_files;
};

static const char *decode(struct arena *arena, const char *bytes, size_t len)
{
    size_t text_len = len;
    char *text = text_from_utf16(arena, bytes, len, &text_len);
    if (text == NULL) {
        text = arena_strndup(arena, bytes, len);
    }
    for (size_t i = 0; i < text_len; i++) {
        if (text[i] == '\0') {
            text[i] = ' ';
        }
    }
    char *clean = text_clean_utf8(arena, text, text_len);
    return strncmp(clean, "\xef\xbb\xbf", 3) == 0 ? clean + 3 : clean;
}

/* Returns the text of a file, or NULL with the reason. */
static const char *read_response(struct loader *loader, const char *path, const char **error)
{
    uint32_t index = strmap_intern(loader->responses, path, loader->response_texts.n);
    if (index == loader->response_texts.n) {
        size_t len = 0;
        const char *reason = NULL;
        const char *bytes =
            os_is_file(path) ? os_read_file(loader->scratch, path, &len, &reason) : NULL;
        if (bytes == NULL && reason == NULL) {
            reason = "no such file";
        } else if (len > LIMIT_RESPONSE_BYTES) {
            bytes = NULL;
            reason = "it is larger than 16 MiB";
        }
        const char *text = bytes == NULL ? NULL : decode(loader->scratch, bytes, len);
        VEC_PUSH(loader->scratch, &loader->response_texts, text);
        VEC_PUSH(loader->scratch, &loader->response_errors, reason);
    }
    *error = loader->response_errors.at[index];
    return loader->response_texts.at[index];
}

/* Says why a file cannot be expanded; NULL when it can. */
static const char *refusal(const struct expansion *expansion, const char *path)
{
    for (uint32_t i = 0; i < expansion->depth; i++) {
        if (strcmp(expansion->open[i], path) == 0) {
            return "it includes itself";
        }
    }
    if (expansion->depth == LIMIT_RESPONSE_DEPTH) {
        return "it is nested more than 10 deep";
    }
    return expansion->n_files == LIMIT_RESPONSE_FILES ? "the command has more than 256 of them"
                                                      : NULL;
}

static void expand(struct expansion *expansion, const struct arguments *words);

static void expand_file(struct expansion *expansion, const char *name)
{
    struct loader *loader = expansion->loader;
    const struct response_context *context = expansion->context;
    const char *path = path_map_apply(context->arena, &loader->maps,
                                      path_join(context->arena, context->folder, name));
    const char *reason = refusal(expansion, path);
    const char *text = reason == NULL ? read_response(loader, path, &reason) : NULL;
    if (text == NULL) {
        loader_warning(loader, context->place,
                       "response file \"%s\" is left out: %s; the flags in it are missing", path,
                       reason);
        return;
    }
    loader->n_bytes += strlen(text);
    if (loader->n_bytes > LIMIT_PROJECT_BYTES) {
        loader->over_limit = true;
        return;
    }
    struct arguments words = {0};
    (void)command_line_split(context->arena, &words, text, context->quoting, false);
    expansion->open[expansion->depth++] = path;
    expansion->n_files++;
    expand(expansion, &words);
    expansion->depth--;
}

static void expand(struct expansion *expansion, const struct arguments *words)
{
    for (uint32_t i = 0; i < words->n && expansion->out->n < LIMIT_COMMAND_WORDS; i++) {
        const char *word = words->at[i];
        if (word[0] == '@' && word[1] != '\0') {
            expand_file(expansion, word + 1);
        } else {
            VEC_PUSH(expansion->context->arena, expansion->out, word);
        }
    }
}

void response_expand(struct loader *loader, const struct response_context *context,
                     const struct arguments *words, struct arguments *out)
{
    struct expansion expansion = {.loader = loader, .context = context, .out = out};
    expand(&expansion, words);
    if (out->n == LIMIT_COMMAND_WORDS) {
        loader_warning(loader, context->place, "the command is cut off after %d words",
                       (int)LIMIT_COMMAND_WORDS);
    }
}
