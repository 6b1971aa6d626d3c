/*
 * paths.c - the distinct paths of one finding: merged over phases, sorted.
 *
 * Two paths are the same when they have the same root and the same calls at the same places.
 * Knows only steps; which paths are kept is verdict.c's affair.
 */
#include "verdict/paths.h"

#include <stdlib.h>
#include <string.h>

/* Compares texts of which either may be NULL. */
static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_steps(const struct step *a, const struct step *b)
{
    int order = place_compare(&a->at, &b->at);
    if (order == 0) {
        order = compare_text(a->function, b->function);
    }
    if (order == 0) {
        order = compare_text(a->calls, b->calls);
    }
    return order != 0 ? order : compare_text(a->through, b->through);
}

static int compare_all_steps(const struct step *a, const struct step *b, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        int order = compare_steps(&a[i], &b[i]);
        if (order != 0) {
            return order;
        }
    }
    return 0;
}

static struct path *find_path(struct path_list *paths, const struct sink *sink,
                              const struct root *root)
{
    for (uint32_t i = 0; i < paths->n; i++) {
        struct path *path = &paths->at[i];
        if (path->root == root && path->steps.n == sink->steps.n &&
            strcmp(path->sink, verdict_sink_name(sink)) == 0 &&
            compare_all_steps(path->steps.at, sink->steps.at, sink->steps.n) == 0) {
            return path;
        }
    }
    return NULL;
}

void paths_add(struct arena *arena, struct path_list *paths, const struct sink *sink,
               const struct root *root)
{
    struct path *path = find_path(paths, sink, root);
    if (!path) {
        struct path fresh = {.root = root,
                             .sink = verdict_sink_name(sink),
                             .certainty = sink->certainty,
                             .reason = sink->reason,
                             .guess = sink->guess,
                             .rare = sink->rare,
                             .choice = sink->choice,
                             .choices = sink->choices,
                             .variable = sink->variable};
        fresh.steps.at = sink->steps.at;
        fresh.steps.n = fresh.steps.cap = sink->steps.n;
        VEC_PUSH(arena, paths, fresh);
        path = &paths->at[paths->n - 1];
    }
    path->phases |= 1u << sink->phase;
    if (sink->certainty == CERTAINTY_CERTAIN) {
        path->certainty = CERTAINTY_CERTAIN;
        path->reason = NULL;
        path->guess = 0;
        path->rare = false;
        path->choice = 0;
        path->choices = 0;
    }
}

static int compare_paths(const void *left, const void *right)
{
    const struct path *a = left;
    const struct path *b = right;
    if (a->steps.n != b->steps.n) {
        return a->steps.n < b->steps.n ? -1 : 1;
    }
    if (a->certainty != b->certainty) {
        return a->certainty == CERTAINTY_CERTAIN ? -1 : 1;
    }
    if (a->root != b->root) {
        return a->root < b->root ? -1 : 1; /* both in one array, whose order is stable */
    }
    int order = compare_all_steps(a->steps.at, b->steps.at, a->steps.n);
    return order != 0 ? order : compare_text(a->sink, b->sink);
}

void paths_sort(struct path_list *paths, const char *sink)
{
    if (paths->n == 0) {
        return;
    }
    qsort(paths->at, paths->n, sizeof *paths->at, compare_paths);
    for (uint32_t i = 0; i < paths->n; i++) {
        if (strcmp(paths->at[i].sink, sink) == 0) {
            struct path first = paths->at[i];
            memmove(&paths->at[1], &paths->at[0], i * sizeof first);
            paths->at[0] = first;
            return;
        }
    }
}
