/*
 * link.c - finds -e, --entry, /ENTRY: and --delayload, /DELAYLOAD: wherever they may stand.
 *
 * First the words are made flat: `-Wl,a,b` is two words, `-Xlinker a` is one.  Then both kinds of
 * option are looked for; link.exe's are known with '/' and '-' and in any case.
 */
#include "project/link.h"

#include <string.h>

#include "base/text.h"
#include "base/vec.h"

static struct arguments flatten(struct arena *arena, const struct arguments *words)
{
    struct arguments flat = {0};
    for (uint32_t i = 0; i < words->n; i++) {
        const char *word = words->at[i];
        if (strcmp(word, "-Xlinker") == 0) {
            continue;
        }
        if (!text_starts(word, "-Wl,")) {
            VEC_PUSH(arena, &flat, word);
            continue;
        }
        for (word += 4; *word != '\0';) {
            size_t len = strcspn(word, ",");
            VEC_PUSH(arena, &flat, arena_strndup(arena, word, len));
            word += len + (word[len] == ',' ? 1 : 0);
        }
    }
    return flat;
}

/* Returns the value of link.exe's option `name` ("entry:"), or NULL. */
static const char *msvc_value(struct arena *arena, const char *word, const char *name)
{
    size_t len = strlen(name);
    if ((word[0] != '/' && word[0] != '-') || strlen(word + 1) < len) {
        return NULL;
    }
    const char *head = arena_strndup(arena, word + 1, len);
    return text_same_nocase(head, name) ? word + 1 + len : NULL;
}

/* Returns the value of ld's long option at `*at`, joined by '=' or the next word; or NULL. */
static const char *gnu_value(const struct arguments *words, uint32_t *at, const char *name)
{
    const char *word = words->at[*at];
    size_t dashes = text_starts(word, "--") ? 2 : 1;
    size_t len = strlen(name);
    if (word[0] != '-' || strncmp(word + dashes, name, len) != 0) {
        return NULL;
    }
    const char *rest = word + dashes + len;
    if (*rest == '=') {
        return rest + 1;
    }
    return *rest == '\0' && *at + 1 < words->n ? words->at[++*at] : NULL;
}

/* Returns the value of -e; "-eFoo" only if it cannot be another option. */
static const char *short_entry(const struct arguments *words, uint32_t *at)
{
    const char *word = words->at[*at];
    if (strcmp(word, "-e") == 0) {
        return *at + 1 < words->n ? words->at[++*at] : NULL;
    }
    bool is_joined =
        text_starts(word, "-e_") || (text_starts(word, "-e") && word[2] >= 'A' && word[2] <= 'Z');
    return is_joined && strchr(word, ':') == NULL ? word + 2 : NULL;
}

/* "_Entry@12" -> "Entry". */
static const char *undecorated(struct arena *arena, const char *symbol, bool has_underscore)
{
    const char *at = strchr(symbol, '@');
    bool is_stdcall = at != NULL && at != symbol && at[1] != '\0' &&
                      strspn(at + 1, "0123456789") == strlen(at + 1);
    size_t len = is_stdcall ? (size_t)(at - symbol) : strlen(symbol);
    bool drop = symbol[0] == '_' && len > 1 && (is_stdcall || has_underscore);
    return drop ? arena_strndup(arena, symbol + 1, len - 1) : arena_strndup(arena, symbol, len);
}

static void add_delayed(struct arena *arena, struct link_options *options, const char *name)
{
    for (uint32_t i = 0; i < options->delayed.n; i++) {
        if (text_same_nocase(options->delayed.at[i], name)) {
            return;
        }
    }
    if (*name != '\0') {
        VEC_PUSH(arena, &options->delayed, name);
    }
}

void link_read(struct arena *arena, struct link_options *options, const struct arguments *words,
               bool is_i686)
{
    struct arguments flat = flatten(arena, words);
    for (uint32_t i = 0; i < flat.n; i++) {
        const char *delayed = msvc_value(arena, flat.at[i], "delayload:");
        const char *entry = msvc_value(arena, flat.at[i], "entry:");
        bool is_gnu = entry == NULL;
        if (delayed == NULL && is_gnu) {
            delayed = gnu_value(&flat, &i, "delayload");
        }
        if (delayed == NULL && is_gnu) {
            entry = gnu_value(&flat, &i, "entry");
        }
        if (delayed == NULL && entry == NULL) {
            entry = short_entry(&flat, &i);
        }
        if (delayed != NULL) {
            add_delayed(arena, options, delayed);
        } else if (entry != NULL && *entry != '\0' && strcmp(entry, "0") != 0) {
            options->entry = undecorated(arena, entry, is_gnu && is_i686);
        }
    }
}
