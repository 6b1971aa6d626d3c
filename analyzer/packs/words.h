/*
 * words.h - the closed vocabularies of packs: phases, levels, kinds.  The words of JSON on one
 * side, the enums of packs.h on the other.
 */
#ifndef DLL_PACKS_WORDS_H
#define DLL_PACKS_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "packs/packs.h"

/* The bit of a phase, and the sets that packs may name by one word. */
enum {
    PHASES_ATTACH = 1u << PHASE_ATTACH_DYNAMIC | 1u << PHASE_ATTACH_STATIC,
    PHASES_THREAD = 1u << PHASE_THREAD_ATTACH | 1u << PHASE_THREAD_DETACH,
    PHASES_DETACH = 1u << PHASE_DETACH_UNLOAD | 1u << PHASE_DETACH_EXIT,
    PHASES_ALL = PHASES_ATTACH | PHASES_THREAD | PHASES_DETACH,
};

/* A set of words; the position of a word is its value. */
struct words {
    const char *what; /* "a level": what one of them is called in a message */
    const char *const *at;
    uint32_t n;
};

extern const struct words words_phases;      /* the value indexes words_phase_bits */
extern const struct words words_levels;      /* enum level */
extern const struct words words_callbacks;   /* enum callback_kind */
extern const struct words words_matches;     /* enum api_match */
extern const struct words words_root_kinds;  /* no enum: text */
extern const struct words words_runs;        /* the bit number of enum api_runs */
extern const struct words words_verdicts;    /* no enum: text */
extern const struct words words_confidences; /* no enum: text */
extern const struct words words_returns;     /* no enum: text */

/* Bit sets by enum phase, in the order of words_phases: the wider a word, the earlier it stands. */
extern const uint32_t words_phase_bits[];

/* Finds a word.  Returns false, with `index` untouched, when the set lacks it. */
bool words_find(const struct words *words, const char *word, uint32_t *index);

#endif
