/* hits.h - sinks with the rules that report them, before they are findings, inside verdict/. */
#ifndef DLL_VERDICT_HITS_H
#define DLL_VERDICT_HITS_H

#include "verdict/select.h"
#include "verdict/verdict.h"

/* A sink and the rule that reports it. */
struct hit {
    const struct sink *sink;
    const struct root *root;
    struct choice choice;
    const struct place *location; /* where it is reported */
    uint32_t order;               /* of the sink in its reach */
    const struct suppression *by; /* that its path runs into; NULL: none */
    const struct sink *instead;   /* the same by a path without one; NULL: there is none */
};

/* The hits of one module. */
struct hits {
    struct hit *at;
    uint32_t n;
};

/* Returns the sinks that some rule reports. */
struct hits hits_collect(struct arena *arena, const struct packs *packs, const struct reach *reach,
                         const char *rules);

/* Compares by rule, place and object: equal for all hits of one finding. */
int hits_compare_identity(const struct hit *a, const struct hit *b);

/* Sets `by` and `instead` of all hits, and marks the suppressions that were needed. */
void hits_suppress(struct arena *arena, const struct report_data *data, struct hits *hits,
                   const struct verdict_options *options);

#endif
