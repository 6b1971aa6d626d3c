/* select.h - the rule that reports an API in a phase, inside verdict/. */
#ifndef DLL_VERDICT_SELECT_H
#define DLL_VERDICT_SELECT_H

#include "packs/packs.h"
#include "verdict/verdict.h"

/* A rule and why it was chosen.  All zero: no rule reports it. */
struct choice {
    const struct rule *rule;
    const char *effect; /* the effect of the API that it reports */
    enum level level;
};

/* Returns the most severe of the rules that are on (ties: the lowest id) for any effect of the API
 * in a phase.  A rule that is off does not hide another one. */
struct choice select_rule(const struct packs *packs, const char *rules, const struct api *api,
                          enum phase phase);

/* The same for one effect. */
struct choice select_rule_of_effect(const struct packs *packs, const char *rules,
                                    const char *effect, enum phase phase);

#endif
