/* support.h - what the tests of packs share. */
#ifndef DLL_TESTS_PACKS_SUPPORT_H
#define DLL_TESTS_PACKS_SUPPORT_H

#include "packs/packs.h"

/* A set of packs with the messages that came up; everything lives in `arena`. */
struct trial {
    struct arena *arena;
    struct strbuf messages;
    struct diag diag;
    struct packs *packs;
};

/* Starts a trial with an empty set of packs; ended with trial_end(). */
void trial_start(struct trial *trial);
void trial_end(struct trial *trial);

/* Adds one pack under the name "t.json"; quotes in `text` are written as '. */
bool trial_add(struct trial *trial, const char *text);

/* Loads the packs in the program; fails the test if there is a message. */
void trial_load(struct trial *trial);

/* Returns the entry of that name that holds for a call in the phase with `n` known numbers as
 * arguments (INT64_MIN: not known), NULL if none. */
const struct api *trial_entry(const struct trial *trial, const char *name, enum phase phase,
                              const int64_t *arguments, uint32_t n);

/* True if the entry has exactly these effects, separated by spaces ("" stands for none). */
bool has_only(const struct api *api, const char *effects);

#endif
