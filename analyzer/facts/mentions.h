/*
 * mentions.h - which names a source text mentions, read without a preprocessor.
 *
 * Takes text, gives the set of its identifiers outside of comments, strings and includes, in
 * whatever branch they stand, as hashes; apart from them those in the bodies of macros, with the
 * macro that each stands in.  So it is more than what a compiler sees, but for two things, which
 * are flagged: names that macros paste together, and text that is not read as a compiler does.  It
 * knows neither files nor languages.
 */
#ifndef DLL_FACTS_MENTIONS_H
#define DLL_FACTS_MENTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

/* A set of names, by hash; a hash that two names share may make one of them appear in it. */
struct name_set {
    uint32_t *slots; /* 0: empty; a power of two of them */
    uint32_t n_slots;
    uint32_t n;
};

/* A macro's body mentions a name, or has a '{'. */
struct macro_mention {
    uint32_t macro, name; /* hashes; NAME_BRACE */
};

/* Stands for '{'. */
#define NAME_BRACE UINT32_C(1)

/* What a text mentions. */
struct mentions {
    struct name_set code;   /* outside of the bodies of macros; names of macros, too */
    struct name_set bodies; /* inside; a macro's own parameters are left out */
    VEC(struct macro_mention) macros;
    bool pastes;  /* a macro has ## */
    bool section; /* ".CRT$X stands in it, perhaps in a comment: a section whose functions the C
                     runtime calls */
    bool raw;     /* there is a raw string: if the language has none, it is read wrongly */
    bool unclear; /* an include has a computed name, or lines or trigraphs are joined into what is
                     not read as a compiler does */
};

/* Returns the hash of a name; neither 0 nor NAME_BRACE. */
uint32_t name_hash(const char *name, size_t len);

/* Adds a hash; returns true if it was not there. */
bool name_set_add(struct arena *arena, struct name_set *set, uint32_t hash);

/* True if the hash is there. */
bool name_set_has(const struct name_set *set, uint32_t hash);

/* Reads a text; there must be a NUL at text[len].  Takes time linear in `len`. */
void mentions_scan(struct arena *arena, const char *text, size_t len, struct mentions *mentions);

/* Names whose definitions are looked for. */
struct wanted_names {
    struct name_set functions; /* a mention `name(...);`, perhaps with a word in front of the
                                  semicolon, outside of parentheses defines none */
    struct name_set macros;    /* any mention counts */
    struct name_set braced; /* macros that lead to '{': there is none of them in such a mention */
};

/* True if the text may define one of these: a directive does not. */
bool mentions_definition(const char *text, size_t len, const struct wanted_names *wanted);

#endif
