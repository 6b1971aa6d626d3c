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
    const char *file;
    const struct json *at; /* for a message */
};

/* What is reported for one effect. */
struct effect_rules {
    uint32_t rule[PHASES]; /* index into packs.rules; meaningless where the level is LEVEL_NONE */
    enum level level[PHASES];
};

/* Another level for what rules report. */
struct other_level {
    const char *rule;   /* glob of ids and names */
    const char *effect; /* glob */
    uint32_t phases;    /* bit set; 0: those in which the rule reports the effect anyhow */
    enum level level;
    const char *file;
    const struct json *at; /* for the message */
};

/* Globs of rules that a configuration has. */
struct rule_globs {
    const char *file;
    const struct json *at; /* a string */
};

/* The index; the parts in the middle are built by packs_finish(). */
struct packs_index {
    uint32_t layer;          /* of what is being read: 0, then 1 and so on for the folders */
    VEC(const char *) words; /* effects that lists of words declare */
    VEC(struct implied_effect) implied;
    VEC(struct word_use) by_apis;  /* effects of entries */
    VEC(struct word_use) by_rules; /* effects of rules */
    uint32_t *names; /* 1 + index of the first entry of a name, by the hash of the name; 0: free */
    uint32_t names_mask;    /* number of places - 1, a power of two */
    struct strmap *rules;   /* id -> index into packs.rules */
    struct strmap *effects; /* word -> index into by_effect */
    VEC(struct effect_rules) by_effect;
    VEC(uint32_t) methods; /* entries with API_METHODS, in the order in which they are tried */
    VEC(uint32_t) vtables; /* entries with API_VTABLE, likewise */
    VEC(uint32_t) roots;   /* entries with API_ROOT, likewise */
    VEC(uint32_t) called;  /* entries with API_CALLED, likewise */
    VEC(uint32_t) globs; /* the first entry of each name of API_FUNCTION that is a glob, likewise */
    bool has_opaque;     /* some entry is opaque */
    VEC(struct other_level) levels; /* that a configuration gives */
    VEC(struct rule_globs) globs_of_rules;
    const char *added; /* hash of what was added to the program's own packs; NULL: nothing */
};

/* Reads an effects pack: an object with "family" and "entries". */
void parse_effects(struct reader *reader, const struct json *pack);

/* Reads a list of effect words: an object with "words". */
void parse_words(struct reader *reader, const struct json *pack);

/* Reads a list of rules that cannot be decided yet: an object with "rules". */
void parse_undecided(struct reader *reader, const struct json *pack);

/* Reads one rule: an object with "id". */
void parse_rule(struct reader *reader, const struct json *pack);

/* Reads entries, each with the defaults where it says nothing. */
void parse_entries(struct reader *reader, const struct json *array, const struct api *defaults);

/* Returns an entry that says nothing, for parse_entries(). */
struct api parse_nothing(const char *family);

/* Adds an entry of one name. */
void parse_push(struct reader *reader, struct api api);

/* Reads what a configuration adds besides packs. */
void parse_own(struct reader *reader, const struct packs_own *own);

/* Gives rules the other levels that a configuration has.  Returns false after a diag_error(). */
bool finish_levels(struct arena *arena, struct packs *packs, struct diag *diag);

/* Checks that globs of a configuration mean rules.  Returns false after a diag_error(). */
bool finish_globs(struct arena *arena, struct packs *packs, struct diag *diag);

/* Adds the entry, the first of its name, to the table of names. */
void index_name(const struct packs *packs, uint32_t first);

/* Notes where an effect's word stands, to be checked in packs_finish(). */
void parse_effect_word(struct reader *reader, const struct json *value, bool of_rule);

#endif
