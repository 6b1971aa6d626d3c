/*
 * why.h - is a function reached under the loader lock: from where, when and how, or why not?
 *
 * Takes a linked program and a name; gives plain data for a report.  The walk is done once for any
 * number of questions.
 */
#ifndef DLL_WALK_WHY_H
#define DLL_WALK_WHY_H

#include "program/program.h"
#include "walk/reach.h"

/* The most of each that an answer keeps; the others are counted. */
enum { WHY_MAX_MATCHES = 50, WHY_MAX_PATHS = 8, WHY_MAX_WAYS = 8, WHY_MAX_CUTS = 3 };

/* A way from a root to the function, the shortest of its root and phases. */
struct why_path {
    uint32_t root;          /* index into why.roots */
    uint32_t phases;        /* bit set by enum phase */
    VEC(struct step) steps; /* the last one calls the function */
    enum certainty certainty;
    const char *reason; /* CERTAINTY_POSSIBLE: why; else NULL */
};

/* A way that leads to the function and is not taken under the lock. */
struct why_way {
    const char *reason; /* a sentence without its full stop: where the way ends, and why */
    VEC(struct step)
    steps; /* from there to the function; none: it ends at the function itself.  In
              the first `calls` may be NULL: `through` is what is done with it */
};

/* What is known of one function that has the name. */
struct why_match {
    const char *name;
    bool body;           /* it is defined in the module; false: only declared, an API */
    bool variable;       /* it is no function but a variable, whose code `roots` are */
    bool known;          /* !body: the packs know it */
    struct place at;     /* of its definition, or declaration; line 0: not known */
    VEC(uint32_t) roots; /* it is itself these: indices into why.roots */
    VEC(struct why_path) paths;
    uint32_t n_more_paths;
    VEC(struct why_way) ways; /* for an API also where `paths` is not empty: its other calls */
    uint32_t n_more_ways;
    VEC(struct cut) cuts; /* calls under the lock that were not followed and may run it */
    uint32_t n_more_cuts;
};

/* The answer for one module. */
struct why {
    const char *module;
    VEC(struct root) roots;
    VEC(struct why_match) matches; /* bodies first, by file, line and column */
    uint32_t n_more_matches;
    const char *nearest; /* no match: a name that may have been meant; NULL: none is near */
};

struct why_query;

/* Walks the program and indexes its names.  Everything lives in the arena. */
struct why_query *why_start(struct arena *arena, const struct program *program);

/* Answers for all functions of that name: a qualified name; failing that the last part or parts of
 * one; failing that a glob for either.  Blanks, template arguments and a list of parameters may be
 * written as the source has them. */
struct why *why_ask(struct why_query *query, const char *name);

#endif
