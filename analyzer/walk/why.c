/*
 * why.c - is a function reached under the loader lock: from where, when and how?
 *
 * The walk is that of every run, but that calls of unknown functions are kept.  For each match and
 * for each root in each of its phases, the search for sinks looks for the function instead; ways
 * with the same steps are one, with the phases of all.
 */
#include "walk/why.h"

#include <string.h>

#include "walk/why_query.h"

/* ---- what is reached ---- */

/* Marks everything that a context leads to. */
static void mark_from(struct why_query *q, struct why_marks *marks, uint32_t start)
{
    struct arena *scratch = arena_create();
    VEC(uint32_t) work = {0};
    VEC_PUSH(scratch, &work, start);
    while (work.n > 0) {
        uint32_t index = work.at[--work.n];
        if (index == 0 || marks->contexts[index]) {
            continue;
        }
        marks->contexts[index] = true;
        const struct context *context = &q->engine.contexts.at[index];
        uint32_t unit = q->program->functions.at[context->fn.i].unit;
        marks->functions[q->group_of[context->fn.i]] = true;
        if (marks->nodes[unit] == NULL) {
            marks->nodes[unit] = ARENA_NEW_N(q->arena, bool, q->program->units.at[unit]->nodes.n);
        }
        for (uint32_t i = 0; i < context->edges.n; i++) {
            const struct edge *edge = &context->edges.at[i];
            marks->nodes[unit][edge->node.i] = true;
            if (edge->kind == EDGE_CALL) {
                VEC_PUSH(scratch, &work, edge->context);
            }
        }
    }
    arena_destroy(scratch);
}

static void mark(struct why_query *q)
{
    struct why_marks *const marks[] = {&q->reached, &q->off};
    for (size_t i = 0; i < 2; i++) {
        marks[i]->contexts = ARENA_NEW_N(q->arena, bool, q->engine.contexts.n);
        marks[i]->functions = ARENA_NEW_N(q->arena, bool, q->groups.n);
        marks[i]->nodes = ARENA_NEW_N(q->arena, bool *, q->program->units.n);
    }
    for (uint32_t r = 0; r < q->reach->roots.n; r++) {
        for (enum phase phase = 0; phase < PHASES; phase++) {
            bool runs = (q->reach->roots.at[r].phases >> phase & 1U) != 0;
            mark_from(q, runs ? &q->reached : &q->off, q->engine.roots.at[r].contexts[phase]);
        }
    }
}

struct why_query *why_start(struct arena *arena, const struct program *program)
{
    struct why_query *q = ARENA_NEW(arena, struct why_query);
    q->arena = arena;
    q->program = program;
    q->engine = (struct engine){.arena = arena, .program = program, .keeps_all = true};
    q->reach = engine_walk(&q->engine);
    q->uses = program_find_uses(arena, program);
    why_find_groups(q);
    mark(q);
    return q;
}

/* ---- ways to a function ---- */

static bool same_text(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

static bool same_steps(const struct why_path *path, const struct sink *sink)
{
    if (path->steps.n != sink->steps.n) {
        return false;
    }
    for (uint32_t i = 0; i < path->steps.n; i++) {
        const struct step *a = &path->steps.at[i];
        const struct step *b = &sink->steps.at[i];
        if (a->at.line != b->at.line || a->at.column != b->at.column ||
            !same_text(a->at.file, b->at.file) || !same_text(a->function, b->function) ||
            !same_text(a->calls, b->calls) || !same_text(a->through, b->through)) {
            return false;
        }
    }
    return true;
}

static void add_path(struct why_query *q, struct why_match *match, const struct sink *sink)
{
    for (uint32_t i = 0; i < match->paths.n; i++) {
        struct why_path *path = &match->paths.at[i];
        if (path->root == sink->root && same_steps(path, sink)) {
            path->phases |= 1U << sink->phase;
            if (sink->certainty == CERTAINTY_CERTAIN) {
                path->certainty = CERTAINTY_CERTAIN;
                path->reason = NULL;
            }
            return;
        }
    }
    if (match->paths.n == WHY_MAX_PATHS) {
        match->n_more_paths++;
        return;
    }
    struct why_path path = {.root = sink->root,
                            .phases = 1U << sink->phase,
                            .certainty = sink->certainty,
                            .reason = sink->reason};
    path.steps.at = sink->steps.at;
    path.steps.n = path.steps.cap = sink->steps.n;
    VEC_PUSH(q->arena, &match->paths, path);
}

/* Notes that a root is the function itself, or runs it as a destructor. */
static void add_root(struct why_query *q, struct why_match *match, const struct search_start *start)
{
    if (start->before != NULL) {
        struct sink sink = {.root = start->root, .phase = start->phase, .reason = start->doubt};
        sink.certainty = start->doubt == NULL ? CERTAINTY_CERTAIN : CERTAINTY_POSSIBLE;
        VEC_PUSH(q->arena, &sink.steps, *start->before);
        add_path(q, match, &sink);
        return;
    }
    for (uint32_t i = 0; i < match->roots.n; i++) {
        if (match->roots.at[i] == start->root) {
            return;
        }
    }
    VEC_PUSH(q->arena, &match->roots, start->root);
}

/* Searches from one root in all its phases. */
static void ask_root(struct why_query *q, uint32_t root, const struct search_target *target,
                     struct why_match *match)
{
    struct step before;
    struct search_start start = engine_search_start(&q->engine, q->reach, root, &before);
    start.target = target;
    struct reach found = {0};
    for (start.phase = 0; start.phase < PHASES; start.phase++) {
        start.context = q->engine.roots.at[root].contexts[start.phase];
        if ((q->reach->roots.at[root].phases >> start.phase & 1U) == 0) {
            continue;
        }
        if (target->functions[q->engine.contexts.at[start.context].fn.i]) {
            add_root(q, match, &start);
        } else {
            paths_search(&q->engine, &start, &found, NULL);
        }
    }
    for (uint32_t i = 0; i < found.sinks.n; i++) {
        add_path(q, match, &found.sinks.at[i]);
    }
}

static struct why_match answer(struct why_query *q, uint32_t index)
{
    const struct why_group *group = &q->groups.at[index];
    struct why_match match = {.name = group->name,
                              .body = group->functions.n > 0,
                              .known = group->known,
                              .at = group->at};
    for (uint32_t i = 0; i < group->roots.n; i++) {
        VEC_PUSH(q->arena, &match.roots, group->roots.at[i]);
    }
    if (match.roots.n > 0) {
        match.body = match.variable = true;
        return match;
    }
    bool *functions = ARENA_NEW_N(q->arena, bool, q->program->functions.n);
    for (uint32_t i = 0; i < group->functions.n; i++) {
        functions[group->functions.at[i]] = true;
    }
    struct search_target target = {.functions = functions};
    if (!match.body || group->system) {
        target.outside = group->name;
    }
    bool asks = target.outside != NULL || q->reached.functions[index];
    for (uint32_t r = 0; r < q->reach->roots.n && asks; r++) {
        ask_root(q, r, &target, &match);
    }
    if ((match.paths.n == 0 && match.roots.n == 0) || !match.body) {
        why_not(q, index, &match);
    }
    return match;
}

struct why *why_ask(struct why_query *q, const char *name)
{
    struct why *why = ARENA_NEW(q->arena, struct why);
    why->module = q->program->module;
    for (uint32_t r = 0; r < q->reach->roots.n; r++) {
        VEC_PUSH(q->arena, &why->roots, q->reach->roots.at[r]);
    }
    struct why_found found = why_find(q, name);
    for (uint32_t i = 0; i < found.groups.n && i < WHY_MAX_MATCHES; i++) {
        VEC_PUSH(q->arena, &why->matches, answer(q, found.groups.at[i]));
    }
    why->n_more_matches = found.groups.n - why->matches.n;
    if (found.groups.n == 0) {
        why->nearest = why_nearest(q, name);
    }
    return why;
}
