/*
 * guess.c - one guess is told once.
 *
 * Takes the findings of one module.  Where a condition could not be read, both of its branches are
 * followed, and a call in one of them may lead to dozens of findings that all hang on this one
 * guess: if it is wrong, all are.  Who reads them can do one thing about them, supply the header
 * that is missing, so the nearest of them is reported, of whatever rule; the others become cuts, as
 * the analysis does not vouch for them.  Findings with a path that needs no guess are not touched,
 * nor is the first call behind the condition: that is the guess itself.
 *
 * Likewise for a pointer that may hold several functions.  All calls of one API that lead through
 * one call of it, or through any call of one and the same variable, are one thing to look at, which
 * function is it, so they are one finding: that of the nearest, with the paths to the others.
 */
#include "verdict/guess.h"

#include <string.h>

/* The number of the step, from 1, on which a path hangs; 0: on none. */
static uint32_t hinge(const struct path *path)
{
    return path->guess != 0 ? path->guess : path->choice;
}

/* The call on which a finding hangs. */
static const struct place *hinge_place(const struct finding *finding)
{
    const struct path *path = &finding->paths.at[0];
    return &path->steps.at[hinge(path) - 1].at;
}

static bool is_guess(const struct finding *finding)
{
    return finding->guessed && finding->paths.n > 0 && finding->paths.at[0].guess > 0;
}

/* True if all paths of the finding come by one call through a pointer, and that is the doubt. */
static bool is_choice(const struct finding *finding)
{
    bool one = finding->paths.n > 0 && finding->n_more_paths == 0 && !is_guess(finding);
    for (uint32_t i = 0; i < finding->paths.n && one; i++) {
        const struct path *path = &finding->paths.at[i];
        one = path->choice != 0 &&
              place_compare(&path->steps.at[path->choice - 1].at, hinge_place(finding)) == 0;
    }
    return one;
}

/* The variable that may hold the sink itself, 0: none.  What one of the functions calls that it may
 * hold is another matter for each of them. */
static uint32_t chosen_from(const struct finding *finding)
{
    const struct path *path = &finding->paths.at[0];
    return path->choice == path->steps.n ? path->variable : 0;
}

static bool same_hinge(const struct finding *a, const struct finding *b)
{
    if (a->phases != b->phases || is_guess(a) != is_guess(b)) {
        return false;
    }
    if (!is_guess(a) && (a->rule != b->rule || strcmp(a->sink, b->sink) != 0)) {
        return false;
    }
    uint32_t variable = is_guess(a) ? 0 : chosen_from(a);
    return (variable != 0 && variable == chosen_from(b)) ||
           place_compare(hinge_place(a), hinge_place(b)) == 0;
}

/* True if `a` is the one to be told. */
static bool is_nearer(const struct finding *a, const struct finding *b)
{
    return a->paths.at[0].steps.n < b->paths.at[0].steps.n;
}

static bool hangs(const struct finding *finding)
{
    return is_guess(finding) || is_choice(finding);
}

/* Returns the finding that tells of what this one hangs on: the nearest, of equal ones the first.
 */
static uint32_t find_told(const struct report_data *data, uint32_t first, uint32_t i)
{
    uint32_t told = i;
    for (uint32_t k = first; k < data->findings.n; k++) {
        const struct finding *other = &data->findings.at[k];
        const struct finding *best = &data->findings.at[told];
        if (hangs(other) && same_hinge(other, best) &&
            (is_nearer(other, best) || (k < told && !is_nearer(best, other)))) {
            told = k;
        }
    }
    return told;
}

static void add_cut(struct arena *arena, struct report_data *data, const struct finding *finding)
{
    struct cut cut = {
        .kind = "unread-condition",
        .at = finding->location,
        .detail = arena_printf(arena,
                               "'%s' (%s) may be called from here: %s, and a nearer call tells of "
                               "it",
                               finding->sink, finding->rule->id, finding->certainty_reason)};
    VEC_PUSH(arena, &data->coverage.cuts, cut);
}

/* Adds the paths of a finding to the one that tells of it. */
static void add_paths(struct arena *arena, struct finding *told, const struct finding *finding)
{
    for (uint32_t i = 0; i < finding->paths.n; i++) {
        if (told->paths.n == VERDICT_MAX_PATHS) {
            told->n_more_paths += finding->paths.n - i;
            return;
        }
        VEC_PUSH(arena, &told->paths, finding->paths.at[i]);
    }
}

/* Says how many others hang on what the finding hangs on. */
static void add_count(struct arena *arena, struct finding *finding, uint32_t n)
{
    const char *s = n == 1 ? "" : "s";
    const char *hang = n == 1 ? "hangs" : "hang";
    finding->certainty_reason =
        is_guess(finding) ? arena_printf(arena, "%s; %u more finding%s %s on it",
                                         finding->certainty_reason, n, s, hang)
                          : arena_printf(arena, "%s; %u more call%s of '%s' %s on it",
                                         finding->certainty_reason, n, s, finding->sink, hang);
}

void guess_fold(struct arena *arena, struct report_data *data, uint32_t first)
{
    uint32_t n = data->findings.n - first;            /* at least one */
    uint32_t *told = ARENA_NEW_N(arena, uint32_t, n); /* by finding: who tells of it */
    uint32_t *others = ARENA_NEW_N(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const struct finding *finding = &data->findings.at[first + i];
        told[i] = hangs(finding) ? find_told(data, first, first + i) - first : i;
    }
    // Who tells of it may hang on something else, too: each step leads to a nearer or earlier one.
    for (uint32_t i = 0; i < n; i++) {
        while (told[told[i]] != told[i]) {
            told[i] = told[told[i]];
        }
        others[told[i]] += told[i] != i ? 1 : 0;
    }
    for (uint32_t i = 0; i < n; i++) {
        struct finding *finding = &data->findings.at[first + i];
        if (told[i] != i && is_guess(finding)) {
            add_cut(arena, data, finding);
        } else if (told[i] != i) {
            add_paths(arena, &data->findings.at[first + told[i]], finding);
        } else if (others[i] > 0) {
            add_count(arena, finding, others[i]);
        }
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (told[i] == i) {
            data->findings.at[first + kept++] = data->findings.at[first + i];
        }
    }
    data->findings.n = first + kept;
}
