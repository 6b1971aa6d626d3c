/*
 * hits_suppress.c - which hits are suppressed, and which are reached by another path.
 *
 * A suppression cuts the path at its call.  The walk gives the shortest path of each sink, so where
 * that is cut it is asked again, for paths around all calls that are suppressed for this rule. What
 * comes back only replaces paths: it never adds a finding, as what was concluded of several sinks
 * is another thing without some of them.
 */
#include "verdict/hits.h"

#include <string.h>

#include "verdict/suppress.h"

/* What walk_stops are asked with. */
struct stop_data {
    struct suppressions *suppressions;
    const struct rule *rule;
    bool used; /* only by suppressions that were needed so far */
};

static bool stops_at(void *data, const struct place *place)
{
    struct stop_data *stop = data;
    return stop->used ? suppressions_find_used(stop->suppressions, stop->rule, place) != NULL
                      : suppressions_find(stop->suppressions, stop->rule, place) != NULL;
}

/* Returns the suppression that is nearest to the end of the path; NULL: none is on it. */
static const struct suppression *on_path(struct suppressions *all, const struct rule *rule,
                                         const struct sink *sink, const struct root *root)
{
    const struct suppression *found = NULL;
    for (uint32_t i = sink->steps.n; i > 0 && found == NULL; i--) {
        found = suppressions_find(all, rule, &sink->steps.at[i - 1].at);
    }
    return sink->steps.n == 0 ? suppressions_find(all, rule, &root->at) : found;
}

/* Marks the suppressions on a path as used.  Returns true if one was not. */
static bool mark_path(struct suppressions *all, const struct hit *hit)
{
    const struct rule *rule = hit->choice.rule;
    bool news = hit->sink->steps.n == 0 && suppressions_mark(all, rule, &hit->root->at);
    for (uint32_t i = 0; i < hit->sink->steps.n; i++) {
        news |= suppressions_mark(all, rule, &hit->sink->steps.at[i].at);
    }
    return news;
}

/* Roots of two searches of one walk. */
static bool same_root(const struct root *a, const struct root *b)
{
    return strcmp(a->kind, b->kind) == 0 && strcmp(a->function, b->function) == 0 &&
           place_compare(&a->at, &b->at) == 0;
}

static bool same_hit(const struct hit *a, const struct hit *b)
{
    return a->sink->api == b->sink->api && a->sink->phase == b->sink->phase &&
           same_root(a->root, b->root) && hits_compare_identity(a, b) == 0;
}

/* Finds other paths for the hits of a rule. */
static void replace_paths(struct hits *hits, const struct hits *around, const struct rule *rule,
                          struct suppressions *all)
{
    for (uint32_t i = 0; i < hits->n; i++) {
        struct hit *hit = &hits->at[i];
        if (hit->choice.rule != rule || hit->by == NULL) {
            continue;
        }
        for (uint32_t k = 0; k < around->n && hit->instead == NULL; k++) {
            const struct hit *other = &around->at[k];
            if (same_hit(hit, other) && on_path(all, rule, other->sink, other->root) == NULL) {
                hit->instead = other->sink;
            }
        }
    }
}

/* True if the rule of hit `i` had no suppressed hit before. */
static bool is_first_of_rule(const struct hits *hits, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++) {
        if (hits->at[k].by != NULL && hits->at[k].choice.rule == hits->at[i].choice.rule) {
            return false;
        }
    }
    return true;
}

/* Returns the hits that are reached around suppressions. */
static struct hits search(struct arena *arena, const struct report_data *data,
                          const struct verdict_options *options, struct stop_data stop)
{
    struct walk_stops stops = {stops_at, &stop};
    const struct reach *reach = options->around(options->around_data, &stops);
    return hits_collect(arena, data->packs, reach, options->rules);
}

/* Marks suppressions that no shortest path runs into, but the next one that is found when those are
 * cut: layer by layer, until no path runs into another one. */
static void mark_needed(struct arena *arena, const struct report_data *data,
                        const struct verdict_options *options, const struct rule *rule)
{
    struct suppressions *all = options->suppressions;
    bool more = true;
    while (more) {
        struct hits hits = search(arena, data, options, (struct stop_data){all, rule, true});
        more = false;
        for (uint32_t i = 0; i < hits.n; i++) {
            const struct hit *hit = &hits.at[i];
            bool cut = hit->choice.rule == rule && on_path(all, rule, hit->sink, hit->root) != NULL;
            more |= cut && mark_path(all, hit);
        }
    }
}

void hits_suppress(struct arena *arena, const struct report_data *data, struct hits *hits,
                   const struct verdict_options *options)
{
    struct suppressions *all = options->suppressions;
    for (uint32_t i = 0; i < hits->n; i++) {
        struct hit *hit = &hits->at[i];
        hit->by = on_path(all, hit->choice.rule, hit->sink, hit->root);
        if (hit->by != NULL) {
            (void)mark_path(all, hit);
        }
    }
    for (uint32_t i = 0; i < hits->n && options->around != NULL; i++) {
        const struct rule *rule = hits->at[i].choice.rule;
        if (hits->at[i].by == NULL || !is_first_of_rule(hits, i)) {
            continue;
        }
        struct hits around = search(arena, data, options, (struct stop_data){all, rule, false});
        replace_paths(hits, &around, rule, all);
        if (options->mark_all_needed) {
            mark_needed(arena, data, options, rule);
        }
    }
}
