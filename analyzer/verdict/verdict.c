/*
 * verdict.c - from reach and rules to findings.
 *
 * Takes the sinks of one module, each in one phase from one root; gives findings, merged over
 * phases and roots.  Knows nothing of sources or output formats.
 *
 * Policy:
 * - In each phase a call is reported by one rule only: the most severe one of all effects of its
 *   API (ties: the lower id).  If, over all phases, several effects of the API lead to several
 *   rules for one call, only the most severe of these is kept, so that one call is one line to
 *   mend.  One effect that has a rule of its own for another phase (say, for process exit) keeps
 *   both rules: they tell different faults.
 * - A finding is one (rule, module, location).  Different APIs at one location (one macro, one call
 *   into a system header) are one finding, named for the most severe.  What was concluded of
 *   different objects, say the locks that one wrapper takes, are different findings.
 * - The level is the highest over the phases.  That the path is only possible does not lower it,
 *   with exceptions.  A name that no header declared makes an error a warning, as what we take for
 *   the API is then a guess by spelling; so do two calls on the way that may go elsewhere.  A
 *   condition that could not be read makes it a note, as nobody knows whether that way can be gone;
 *   so does a failure that hardly ever happens.  What hangs on one such condition, or on what one
 *   pointer holds, is told once (guess.c).
 */
#include "verdict/verdict.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "verdict/guess.h"
#include "verdict/hits.h"
#include "verdict/paths.h"
#include "verdict/select.h"

int place_compare(const struct place *a, const struct place *b)
{
    int order = strcmp(a->file ? a->file : "", b->file ? b->file : "");
    if (order != 0) {
        return order;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return (a->column > b->column) - (a->column < b->column);
}

const struct place *verdict_location(const struct sink *sink, const struct root *root)
{
    for (uint32_t i = sink->steps.n; i > 0; i--) {
        if (!sink->steps.at[i - 1].at.system) {
            return &sink->steps.at[i - 1].at;
        }
    }
    if (sink->steps.n == 0 || !root->at.system) {
        return &root->at;
    }
    return &sink->steps.at[sink->steps.n - 1].at;
}

const char *verdict_sink_name(const struct sink *sink)
{
    const struct api *api = sink->api;
    const char *name = api->match == API_VTABLE ? api->member : api->name;
    bool many = !name || api->match == API_CONSTRUCT || strpbrk(name, "*?") != NULL;
    return many && sink->name ? sink->name : name ? name : api->name;
}

/* The place of the call itself, be it in a system header. */
static const struct place *call_place(const struct hit *hit)
{
    uint32_t n = hit->sink->steps.n;
    return n > 0 ? &hit->sink->steps.at[n - 1].at : &hit->root->at;
}

/* The more severe first, then the lower id. */
static int compare_choice(const struct hit *a, const struct hit *b)
{
    if (a->choice.level != b->choice.level) {
        return a->choice.level > b->choice.level ? -1 : 1;
    }
    return strcmp(a->choice.rule->id, b->choice.rule->id);
}

/* Sinks of a reach have a stable order. */
static int compare_sink_order(const struct hit *a, const struct hit *b)
{
    return (a->order > b->order) - (a->order < b->order);
}

/* What was concluded of a call stands beside what its API does: two faults, two things to mend. */
static int compare_conclusions(const struct hit *a, const struct hit *b)
{
    const char *left = a->sink->effect;
    const char *right = b->sink->effect;
    return strcmp(left == NULL ? "" : left, right == NULL ? "" : right);
}

/* The object that something was concluded of, "" for all else. */
static const char *subject_of(const struct hit *hit)
{
    const char *name = hit->sink->effect != NULL ? hit->sink->object_name : NULL;
    return name != NULL ? name : "";
}

int hits_compare_identity(const struct hit *a, const struct hit *b)
{
    int order = strcmp(a->choice.rule->id, b->choice.rule->id);
    if (order == 0) {
        order = place_compare(a->location, b->location);
    }
    return order != 0 ? order : strcmp(subject_of(a), subject_of(b));
}

static bool same_call(const struct hit *a, const struct hit *b)
{
    return compare_conclusions(a, b) == 0 &&
           strcmp(verdict_sink_name(a->sink), verdict_sink_name(b->sink)) == 0 &&
           place_compare(call_place(a), call_place(b)) == 0 &&
           place_compare(a->location, b->location) == 0;
}

/* By call, the best choice of each call first. */
static int compare_calls(const void *left, const void *right)
{
    const struct hit *a = left;
    const struct hit *b = right;
    int order = place_compare(call_place(a), call_place(b));
    if (order == 0) {
        order = place_compare(a->location, b->location);
    }
    if (order == 0) {
        order = strcmp(verdict_sink_name(a->sink), verdict_sink_name(b->sink));
    }
    if (order == 0) {
        order = compare_conclusions(a, b);
    }
    if (order == 0) {
        order = compare_choice(a, b);
    }
    return order != 0 ? order : compare_sink_order(a, b);
}

/* By finding, the hit that names each finding first. */
static int compare_findings(const void *left, const void *right)
{
    const struct hit *a = left;
    const struct hit *b = right;
    int order = hits_compare_identity(a, b);
    if (order == 0 && a->choice.level != b->choice.level) {
        order = a->choice.level > b->choice.level ? -1 : 1;
    }
    if (order == 0 && a->sink->certainty != b->sink->certainty) {
        order = a->sink->certainty == CERTAINTY_CERTAIN ? -1 : 1;
    }
    if (order == 0 && a->sink->steps.n != b->sink->steps.n) {
        order = a->sink->steps.n < b->sink->steps.n ? -1 : 1;
    }
    if (order == 0) {
        order = strcmp(verdict_sink_name(a->sink), verdict_sink_name(b->sink));
    }
    return order != 0 ? order : compare_sink_order(a, b);
}

struct hits hits_collect(struct arena *arena, const struct packs *packs, const struct reach *reach,
                         const char *rules)
{
    struct hits hits = {ARENA_NEW_N(arena, struct hit, reach->sinks.n), 0};
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        assert(sink->root < reach->roots.n);
        struct choice choice = sink->effect != NULL
                                   ? select_rule_of_effect(packs, rules, sink->effect, sink->phase)
                                   : select_rule(packs, rules, sink->api, sink->phase);
        if (choice.rule) {
            const struct root *root = &reach->roots.at[sink->root];
            hits.at[hits.n++] = (struct hit){.sink = sink,
                                             .root = root,
                                             .choice = choice,
                                             .location = verdict_location(sink, root),
                                             .order = i};
        }
    }
    return hits;
}

/* Drops, of each call, the rules that another effect than the gravest one brought. */
static void drop_lesser_effects(struct hits *hits)
{
    if (hits->n == 0) {
        return;
    }
    qsort(hits->at, hits->n, sizeof *hits->at, compare_calls);
    uint32_t kept = 0;
    struct hit best = hits->at[0];
    for (uint32_t i = 0; i < hits->n; i++) {
        struct hit hit = hits->at[i];
        if (!same_call(&best, &hit)) {
            best = hit;
        }
        if (hit.choice.rule == best.choice.rule ||
            strcmp(hit.choice.effect, best.choice.effect) == 0) {
            hits->at[kept++] = hit;
        }
    }
    hits->n = kept;
}

/* `object`: what subject_of() gives. */
static void fingerprint_first(struct finding *finding, const char *object)
{
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, finding->rule->id);
    hash_add_string(&hash, finding->module);
    const struct path *path = &finding->paths.at[0];
    for (uint32_t i = 0; i < path->steps.n; i++) {
        hash_add_string(&hash, path->steps.at[i].function);
    }
    hash_add_string(&hash, finding->sink);
    if (object[0] != '\0') {
        hash_add_string(&hash, object);
    }
    struct hash_text text = hash_finish(&hash);
    memcpy(finding->fingerprint, text.hex, sizeof finding->fingerprint);
}

static void lower_to(struct finding *finding, enum level most)
{
    finding->level = finding->level > most ? most : finding->level;
    for (uint32_t i = 0; i < PHASES; i++) {
        enum level *level = &finding->phase_levels[i];
        *level = *level > most ? most : *level;
    }
}

/* True if the path cannot make an error: what is called is known by its bare name only; two calls
 * may go elsewhere; the object may be the module's own, as it implements the interface itself; or
 * it takes a failure that hardly ever happens, or a condition that could not be read. */
static bool is_weak(const struct path *path)
{
    bool doubtful = path->reason != NULL && (text_starts(path->reason, "undeclared") ||
                                             text_starts(path->reason, "the module implements"));
    return doubtful || path->choices > 1 || path->rare || path->guess != 0;
}

/* Sets certainty and its reason from all paths.  If all are weak an error becomes a warning; if a
 * condition that could not be read, or a failure that hardly ever happens, is in all, a note. */
static void judge_certainty(struct finding *finding, const struct path_list *paths)
{
    bool rare = true; /* or guessed */
    bool weak = true;
    finding->guessed = true;
    finding->certainty = CERTAINTY_POSSIBLE;
    finding->certainty_reason = paths->at[0].reason ? paths->at[0].reason : "not known";
    for (uint32_t i = 0; i < paths->n; i++) {
        const struct path *path = &paths->at[i];
        finding->guessed = finding->guessed && path->guess != 0;
        rare = rare && (path->rare || path->guess != 0);
        weak = weak && is_weak(path);
        if (path->certainty == CERTAINTY_CERTAIN) {
            finding->certainty = CERTAINTY_CERTAIN;
            finding->certainty_reason = NULL;
            return;
        }
    }
    if (weak || rare) {
        lower_to(finding, rare ? LEVEL_NOTE : LEVEL_WARNING);
    }
}

/* Adds the name in its place unless it is the finding's sink or known. */
static void add_other_sink(struct arena *arena, struct finding *finding, const char *name)
{
    uint32_t i = 0;
    while (i < finding->other_sinks.n && strcmp(finding->other_sinks.at[i], name) < 0) {
        i++;
    }
    bool known = i < finding->other_sinks.n && strcmp(finding->other_sinks.at[i], name) == 0;
    if (known || strcmp(finding->sink, name) == 0) {
        return;
    }
    VEC_PUSH(arena, &finding->other_sinks, name);
    for (uint32_t j = finding->other_sinks.n - 1; j > i; j--) {
        finding->other_sinks.at[j] = finding->other_sinks.at[j - 1];
    }
    finding->other_sinks.at[i] = name;
}

/* Keeps the evidence of the first sink that has some. */
static void add_evidence(struct arena *arena, struct finding *finding, const struct sink *sink)
{
    if (finding->detail == NULL) {
        finding->detail = sink->detail;
    }
    bool first = finding->flows.n == 0;
    for (uint32_t i = 0; i < sink->flows.n && first; i++) {
        VEC_PUSH(arena, &finding->flows, sink->flows.at[i]);
    }
}

/* Makes the finding of `n` hits that have one rule, one location and one object. */
static struct finding make_finding(struct arena *arena, const char *module, const struct hit *hits,
                                   uint32_t n)
{
    const struct hit *first = &hits[0];
    struct finding finding = {
        .rule = first->choice.rule,
        .api = first->sink->api,
        .level = first->choice.level,
        .confidence = first->sink->api->confidence ? first->sink->api->confidence : "inferred",
        .module = module,
        .sink = verdict_sink_name(first->sink),
        .location = *first->location,
    };
    struct path_list paths = {0};
    for (uint32_t i = 0; i < n; i++) {
        finding.phases |= 1u << hits[i].sink->phase;
        enum level *level = &finding.phase_levels[hits[i].sink->phase];
        *level = hits[i].choice.level > *level ? hits[i].choice.level : *level;
        add_other_sink(arena, &finding, verdict_sink_name(hits[i].sink));
        paths_add(arena, &paths, hits[i].sink, hits[i].root);
        add_evidence(arena, &finding, hits[i].sink);
    }
    paths_sort(&paths, finding.sink);
    judge_certainty(&finding, &paths);
    finding.n_more_paths = paths.n > VERDICT_MAX_PATHS ? paths.n - VERDICT_MAX_PATHS : 0;
    for (uint32_t i = 0; i < paths.n - finding.n_more_paths; i++) {
        VEC_PUSH(arena, &finding.paths, paths.at[i]);
    }
    finding.message = message_of(arena, &finding);
    fingerprint_first(&finding, subject_of(first));
    return finding;
}

static void add_module(struct arena *arena, struct report_data *data, const struct reach *reach)
{
    struct module_report module = {
        .name = reach->module, .n_units = reach->n_units, .n_functions = reach->n_functions};
    for (uint32_t i = 0; i < reach->roots.n; i++) {
        if (reach->roots.at[i].phases != 0) {
            VEC_PUSH(arena, &module.roots, reach->roots.at[i]);
        }
    }
    VEC_PUSH(arena, &data->modules, module);
    for (uint32_t i = 0; i < reach->cuts.n; i++) {
        VEC_PUSH(arena, &data->coverage.cuts, reach->cuts.at[i]);
    }
}

/* Adds the finding of hits that are one, from those of them that nobody has judged; if there is
 * none, it is held back.  Who it is does not depend on that. */
static void add_finding(struct arena *arena, struct report_data *data, const char *module,
                        struct hit *hits, uint32_t n)
{
    struct finding whole = make_finding(arena, module, hits, n);
    struct hit *open = ARENA_NEW_N(arena, struct hit, n);
    uint32_t n_open = 0;
    uint32_t n_judged = 0;
    for (uint32_t i = 0; i < n; i++) {
        n_judged += hits[i].by != NULL;
        if (hits[i].by == NULL) {
            open[n_open++] = hits[i];
        } else if (hits[i].instead != NULL) {
            open[n_open] = hits[i];
            open[n_open++].sink = hits[i].instead;
        }
    }
    if (n_judged == 0) {
        VEC_PUSH(arena, &data->findings, whole);
        return;
    }
    if (n_open == 0) {
        whole.suppression = hits[0].by;
        VEC_PUSH(arena, &data->held_back, whole);
        return;
    }
    qsort(open, n_open, sizeof *open, compare_findings);
    struct finding finding = make_finding(arena, module, open, n_open);
    memcpy(finding.fingerprint, whole.fingerprint, sizeof finding.fingerprint);
    VEC_PUSH(arena, &data->findings, finding);
}

static void add_findings(struct arena *arena, struct report_data *data, const struct reach *reach,
                         const struct verdict_options *options)
{
    struct hits hits = hits_collect(arena, data->packs, reach, data->rules);
    drop_lesser_effects(&hits);
    if (options != NULL && options->suppressions != NULL) {
        hits_suppress(arena, data, &hits, options);
    }
    if (hits.n == 0) {
        return;
    }
    qsort(hits.at, hits.n, sizeof *hits.at, compare_findings);
    uint32_t first = data->findings.n;
    uint32_t from = 0;
    for (uint32_t i = 1; i <= hits.n; i++) {
        if (i == hits.n || hits_compare_identity(&hits.at[from], &hits.at[i]) != 0) {
            add_finding(arena, data, reach->module, &hits.at[from], i - from);
            from = i;
        }
    }
    if (data->findings.n > first) {
        guess_fold(arena, data, first);
    }
}

void verdict_add(struct arena *arena, struct report_data *data, const struct reach *reach,
                 const struct verdict_options *options)
{
    uint32_t first_cut = data->coverage.cuts.n;
    data->rules = options ? options->rules : NULL;
    add_module(arena, data, reach);
    add_findings(arena, data, reach, options);
    struct module_report *module = &data->modules.at[data->modules.n - 1];
    for (uint32_t i = first_cut; i < data->coverage.cuts.n; i++) {
        VEC_PUSH(arena, &module->cuts, data->coverage.cuts.at[i]);
    }
}
