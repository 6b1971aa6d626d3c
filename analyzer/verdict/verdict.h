/*
 * verdict.h - from reach and rules to findings: level, identity, order.
 */
#ifndef DLL_VERDICT_VERDICT_H
#define DLL_VERDICT_VERDICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "packs/packs.h"
#include "walk/reach.h"

/* A path from a root to the sink. */
struct path {
    const struct root *root;
    uint32_t phases; /* bit set: the phases in which this path is walked */
    VEC(struct step) steps;
};

/* One finding: one rule, one module, one sink location.  Its phases are merged. */
struct finding {
    const struct rule *rule;
    const struct api *api;
    enum level level;             /* the highest over its phases */
    enum certainty certainty;     /* certain if one path is */
    const char *certainty_reason; /* NULL if certain */
    const char *confidence;       /* of the api's source */
    const char *module;
    const char *sink;       /* the API's name */
    const char *message;    /* complete, one sentence or two */
    struct place location;  /* the sink; the last step in the project if that is in a system header.
                               `file` stays absolute */
    uint32_t phases;        /* bit set by enum phase */
    VEC(struct path) paths; /* shortest first; one per (root, distinct steps) */
    char fingerprint[33];   /* of rule, module, functions along the path, sink; no lines */
};

/* What was analysed, and what not. */
struct coverage {
    uint32_t analysed, partial, failed; /* units */
    VEC(struct cut) cuts;
};

/* One analysed module as reports show it. */
struct module_report {
    const char *name;
    VEC(struct root) roots;
    uint32_t n_units;
    uint32_t n_functions; /* walked */
};

/* Everything a report needs. */
struct report_data {
    const char *root_folder;           /* source root; files are shown relative to it */
    VEC(struct module_report) modules; /* sorted by name */
    VEC(struct finding) findings;      /* sorted by module, file, line, column, rule, sink */
    struct coverage coverage;
    uint32_t n_level[4]; /* findings by enum level */
    const struct packs *packs;
};

/* Choices of the user. */
struct verdict_options {
    const char *rules; /* --rules: globs in order, '-' drops: "*,-DLM9*"; NULL: the rules that are
                          on by default */
};

/* Adds one module's findings to the data.  `reach` must outlive it. */
void verdict_add(struct arena *arena, struct report_data *data, const struct reach *reach,
                 const struct verdict_options *options);

/* Sorts and counts, after the last verdict_add(). */
void verdict_finish(struct arena *arena, struct report_data *data);

#endif
