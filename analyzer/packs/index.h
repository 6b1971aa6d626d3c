/*
 * index.h - what packs know of themselves while they are read, and how they are found afterwards.
 * Private to packs/.
 */
#ifndef DLL_PACKS_INDEX_H
#define DLL_PACKS_INDEX_H

#include "base/json.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "packs/packs.h"
#include "packs/reader.h"

/* An effect's word where a pack uses it, until it is checked. */
struct word_use {
    const char *word;
    const char *file;
    const struct json *at; /* for the message */
};

/* Who has the one effect has the other, too. */
struct implied_effect {
    const char *effect;
    const char *implied;
};

/* What is reported for one effect. */
struct effect_rules {
    uint32_t rule[PHASES]; /* index into packs.rules; meaningless where the level is LEVEL_NONE */
    enum level level[PHASES];
};

/* The index; the parts in the middle are built by packs_finish(). */
struct packs_index {
    uint32_t layer;          /* of what is being read: 0, then 1 and so on for the folders */
    VEC(const char *) words; /* effects that lists of words declare */
    VEC(struct implied_effect) implied;
    VEC(struct word_use) by_apis;  /* effects of entries */
    VEC(struct word_use) by_rules; /* effects of rules */
    struct strmap *names;          /* name of an API -> index of its first entry */
    struct strmap *rules;          /* id -> index into packs.rules */
    struct strmap *effects;        /* word -> index into by_effect */
    VEC(struct effect_rules) by_effect;
    VEC(uint32_t) methods; /* entries with API_METHODS, in the order in which they are tried */
    VEC(uint32_t) vtables; /* entries with API_VTABLE, likewise */
    VEC(uint32_t) roots;   /* entries with API_ROOT, likewise */
};

/* Reads an effects pack: an object with "family" and "entries". */
void parse_effects(struct reader *reader, const struct json *pack);

/* Reads a list of effect words: an object with "words". */
void parse_words(struct reader *reader, const struct json *pack);

/* Reads one rule: an object with "id". */
void parse_rule(struct reader *reader, const struct json *pack);

/* Notes where an effect's word stands, to be checked in packs_finish(). */
void parse_effect_word(struct reader *reader, const struct json *value, bool of_rule);

#endif
