/*
 * verdict.h - from reach and rules to findings: level, identity, order.
 */
#ifndef DLL_VERDICT_VERDICT_H
#define DLL_VERDICT_VERDICT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "packs/packs.h"
#include "walk/reach.h"

struct suppression; /* verdict/suppress.h */
struct suppressions;

/* A path from a root to the sink. */
struct path {
    const struct root *root;
    uint32_t phases; /* bit set: the phases in which this path is walked */
    VEC(struct step) steps;
    const char *sink; /* the API that the path ends at */
    enum certainty certainty;
    const char *reason; /* CERTAINTY_POSSIBLE: why; else NULL */
    uint32_t guess;     /* as in struct sink */
    bool rare;          /* as in struct sink */
    uint32_t choice;    /* as in struct sink */
    uint32_t choices;   /* as in struct sink */
    uint32_t variable;  /* as in struct sink */
};

/* Whether an earlier run found it, too. */
enum baseline_state { BASELINE_NONE, BASELINE_NEW, BASELINE_UNCHANGED };

/* The most paths that a finding keeps. */
enum { VERDICT_MAX_PATHS = 8 };

/* One finding: one rule, one module, one sink location, and, if it was concluded of an object, one
 * object.  Its phases are merged. */
struct finding {
    const struct rule *rule;
    const struct api *api;
    enum level level;                /* the highest over its phases */
    enum level phase_levels[PHASES]; /* in each phase; LEVEL_NONE where it is not found */
    enum certainty certainty;        /* certain if one path is */
    const char *certainty_reason;    /* NULL if certain */
    bool guessed;                    /* all paths hang on conditions that could not be read */
    const char *confidence;          /* of the api's source */
    const char *module;
    const char *sink;       /* the API's name */
    const char *message;    /* complete, one sentence or two */
    struct place location;  /* the sink; the last step in the project if that is in a system header.
                               `file` stays absolute */
    uint32_t phases;        /* bit set by enum phase */
    VEC(struct path) paths; /* shortest first; one per (root, distinct steps) */
    char fingerprint[33];   /* of rule, module, functions along the path, sink; no lines */
    VEC(struct flow) flows; /* further evidence: the other side of a lock, the start of a thread */
    const char *detail;     /* what {detail} stands for; NULL: nothing */
    uint32_t n_more_paths;  /* distinct paths that were not kept */
    enum baseline_state baseline;          /* BASELINE_NONE: nobody asked */
    const struct suppression *suppression; /* who holds it back; NULL: nobody */
    VEC(const char *)
    other_sinks; /* further APIs that this rule reports at this location (one
                    macro, one call into a system header); sorted, no
                    duplicates, without `sink` */
};

/* What was analysed, and what not. */
struct coverage {
    uint32_t analysed, partial, failed; /* units */
    uint32_t skipped; /* units that were not parsed: nothing in their modules can run at load */
    VEC(struct cut) cuts;
};

/* One analysed module as reports show it. */
struct module_report {
    const char *name;
    VEC(struct root) roots;
    uint32_t n_units;
    uint32_t n_functions; /* walked */
    VEC(struct cut) cuts; /* in this module; coverage has those of all modules */
};

/* What a baseline makes of the findings; suppressed ones do not count. */
struct baseline_counts {
    bool given;      /* there is one; if not, all is 0 */
    bool incomplete; /* units are missing: what is gone may still be there */
    uint32_t n_new, n_unchanged;
    uint32_t n_fixed; /* found before, and not in this run */
};

/* Everything a report needs. */
struct report_data {
    const char *root_folder;           /* source root; files are shown relative to it */
    VEC(struct module_report) modules; /* sorted by name */
    VEC(struct finding) findings;      /* sorted by module, place, rule, sink, detail */
    VEC(struct finding) held_back;     /* in the same order: suppressed, or known to the baseline */
    struct baseline_counts baseline;
    struct coverage coverage;
    uint32_t n_level[4]; /* findings by enum level */
    const struct packs *packs;
    const char *rules; /* the --rules that verdict_add() went by; NULL: those on by default */
};

/* Choices of the user. */
struct verdict_options {
    const char *rules; /* --rules: globs in order, '-' drops: "*,-DLM9*"; NULL: the rules that are
                          on by default */
    struct suppressions *suppressions; /* that hold findings back; NULL: none does */
    const struct reach *(*around)(void *data, const struct walk_stops *stops); /* the present
                          module's walk_around(); its result outlives the data.  NULL: paths that
                          are suppressed have no other */
    void *around_data;
    bool mark_all_needed; /* tell suppressions that are needed apart, at the price of a search each
                           */
};

/* True if the rule is reported: the last glob of `rules` that matches its id or its name decides;
 * a rule that none matches is off.  The first glob of a list that begins with '-' is applied to the
 * rules that are on by default.  `rules` NULL: rule->enabled. */
bool verdict_rule_is_on(const struct rule *rule, const char *rules);

/* True if a rule that is on reports the effect in some phase. */
bool verdict_asks_for(const struct packs *packs, const char *rules, const char *effect);

/* Returns a bit set by enum phase in words for people, to stand at the end of a sentence: "when a
 * thread starts".  0 gives "in no phase". */
const char *phases_words(struct arena *arena, uint32_t phases);

/* The phases in which the root that finding_root() names reaches the sink: bit set; all phases of
 * the finding if it has no paths. */
uint32_t finding_root_phases(const struct finding *finding);

/* Returns phases in words as phases_words() does, first those of the root that is named, then the
 * others: "when a thread starts, and other roots when a thread exits". */
const char *phases_words_split(struct arena *arena, uint32_t phases, uint32_t of_root);

/* The placeholders of a rule's message. */
enum placeholder {
    PLACEHOLDER_NONE, /* plain text */
    PLACEHOLDER_SINK,
    PLACEHOLDER_ROOT,
    PLACEHOLDER_PHASES,
    PLACEHOLDER_MODULE,
    PLACEHOLDER_DETAIL, /* the lock's name, the resource */
};

/* Returns the next piece of a message template at `*at` and moves `*at` behind it: plain text (set
 * to `*text`, `*len`) or one placeholder.  Returns false at the end.  A brace that begins no known
 * placeholder is plain text. */
bool message_next(const char **at, enum placeholder *what, const char **text, size_t *len);

/* Returns the template of a finding's message: the rule's own, or the one it has for APIs whose own
 * page forbids the call; failing both its summary. */
const char *message_template(const struct finding *finding);

/* Returns the function of the root of the finding's first path, "" if there is none. */
const char *finding_root(const struct finding *finding);

/* Returns the function in which the finding's location stands. */
const char *finding_function(const struct finding *finding);

/* Returns the complete message of a finding. */
const char *message_of(struct arena *arena, const struct finding *finding);

/* Returns the name by which a sink is reported: the pack's; where the pack stands for many (every
 * method of a class, every field of a vtable) the name as called. */
const char *verdict_sink_name(const struct sink *sink);

/* Returns <0, 0, >0: the order of places by file, line and column. */
int place_compare(const struct place *a, const struct place *b);

/* Returns where a sink is reported: the last of the steps that is not in a system header; failing
 * that the root. */
const struct place *verdict_location(const struct sink *sink, const struct root *root);

/* Adds one module's findings, cuts and roots to the data, whose `packs` must be set.  `reach` must
 * outlive it. */
void verdict_add(struct arena *arena, struct report_data *data, const struct reach *reach,
                 const struct verdict_options *options);

/* Returns all findings in their order, also those that are held back; `*n` gets their number.
 * Behind verdict_finish() only. */
struct finding **verdict_all(struct arena *arena, const struct report_data *data, uint32_t *n);

/* Sorts and counts anew, after something was held back. */
void verdict_sort(struct report_data *data);

/* Sorts, counts and makes fingerprints distinct, after the last verdict_add(). */
void verdict_finish(struct arena *arena, struct report_data *data);

#endif
