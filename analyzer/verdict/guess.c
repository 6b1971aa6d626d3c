/*
 * guess.c - one guess is told once.
 *
 * Takes the findings of one module.  Where a condition could not be read, both of its branches are
 * followed, and a call in one of them may lead to dozens of findings that all hang on this one
 * guess: if it is wrong, all are.  Who reads them can do one thing about them, supply the header
 * that is missing, so each rule reports the nearest of them; the others become cuts, as the
 * analysis does not vouch for them.  Findings with a path that needs no guess are not touched, nor
 * is the first call behind the condition: that is the guess itself.
 *
 * The same holds for a pointer that may hold several functions: findings of one rule for one sink,
 * which are only possible because that pointer may lead there, are one.  Whoever finds out what the
 * pointer holds has judged all of them.
 */
#include "verdict/guess.h"

#include <string.h>

#include "base/text.h"

/* The step at which the guess of a finding begins. */
static const struct step *guessed_step(const struct finding *finding)
{
    const struct path *path = &finding->paths.at[0];
    return &path->steps.at[path->guess - 1];
}

/* True if the finding is only possible because its sink is one of the functions that a pointer may
 * hold; what one of these functions calls is another matter for each of them. */
static bool is_candidate(const struct finding *finding)
{
    if (finding->certainty != CERTAINTY_POSSIBLE || finding->paths.n == 0 ||
        finding->paths.at[0].steps.n == 0) {
        return false;
    }
    const struct path *path = &finding->paths.at[0];
    return path->steps.at[path->steps.n - 1].through != NULL &&
           text_starts(finding->certainty_reason, "one of ");
}

static bool is_unread(const struct finding *finding)
{
    return finding->guessed && finding->paths.n > 0 && finding->paths.at[0].guess > 0;
}

static bool is_guess(const struct finding *finding)
{
    return is_unread(finding) || is_candidate(finding);
}

static bool same_guess(const struct finding *a, const struct finding *b)
{
    if (a->rule != b->rule || a->phases != b->phases || is_unread(a) != is_unread(b)) {
        return false;
    }
    if (is_unread(a)) {
        return place_compare(&guessed_step(a)->at, &guessed_step(b)->at) == 0;
    }
    return strcmp(a->sink, b->sink) == 0 && strcmp(a->certainty_reason, b->certainty_reason) == 0;
}

/* True if `a` is the one to be told. */
static bool is_nearer(const struct finding *a, const struct finding *b)
{
    return a->paths.at[0].steps.n < b->paths.at[0].steps.n;
}

/* Returns the finding that tells of a guess: the nearest, of equal ones the first. */
static uint32_t find_told(const struct report_data *data, uint32_t first, uint32_t i)
{
    uint32_t told = i;
    for (uint32_t k = first; k < data->findings.n; k++) {
        const struct finding *other = &data->findings.at[k];
        const struct finding *best = &data->findings.at[told];
        if (is_guess(other) && same_guess(other, best) &&
            (is_nearer(other, best) || (k < told && !is_nearer(best, other)))) {
            told = k;
        }
    }
    return told;
}

static void add_cut(struct arena *arena, struct report_data *data, const struct finding *finding)
{
    struct cut cut = {
        .kind = is_unread(finding) ? "unread-condition" : "unknown-target",
        .at = finding->location,
        .detail = arena_printf(arena,
                               "'%s' (%s) may be called from here: %s, and a nearer call tells of "
                               "it",
                               finding->sink, finding->rule->id, finding->certainty_reason)};
    VEC_PUSH(arena, &data->coverage.cuts, cut);
}

void guess_fold(struct arena *arena, struct report_data *data, uint32_t first)
{
    uint32_t n = data->findings.n - first;            /* at least one */
    uint32_t *told = ARENA_NEW_N(arena, uint32_t, n); /* by finding: who tells of it */
    uint32_t *others = ARENA_NEW_N(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const struct finding *finding = &data->findings.at[first + i];
        told[i] = is_guess(finding) ? find_told(data, first, first + i) - first : i;
        others[told[i]] += told[i] != i ? 1 : 0;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        struct finding finding = data->findings.at[first + i];
        if (told[i] != i) {
            add_cut(arena, data, &finding);
            continue;
        }
        if (others[i] > 0) {
            finding.certainty_reason = arena_printf(
                arena, "%s; %u more %s of this rule hang%s on it", finding.certainty_reason,
                others[i], others[i] == 1 ? "finding" : "findings", others[i] == 1 ? "s" : "");
        }
        data->findings.at[first + kept++] = finding;
    }
    data->findings.n = first + kept;
}
