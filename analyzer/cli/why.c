/*
 * why.c - --why: the answers of all modules, instead of a report.
 *
 * Every module that has a function of the name answers.  Only when none has, the nearest name of
 * all is looked for.
 */
#include "cli/why.h"

#include "base/path.h"
#include "base/text.h"
#include "cli/pipeline.h"
#include "report/why.h"

static void start(struct why_run *why, const struct run *run)
{
    if (why->answered == NULL) {
        why->answered = ARENA_NEW_N(run->arena, bool, run->options->why.n);
        strbuf_init(&why->text, run->arena);
    }
}

/* Headers outside of the source root count as the system's, as in reports. */
static void mark_place(struct place *place, const char *root)
{
    if (place->file != NULL) {
        place->system |= path_relative(place->file, root) == place->file;
    }
}

static void mark_steps(struct step *steps, uint32_t n, const char *root)
{
    for (uint32_t i = 0; i < n; i++) {
        mark_place(&steps[i].at, root);
    }
}

static void mark_places(struct why *answer, const char *root)
{
    for (uint32_t m = 0; m < answer->matches.n; m++) {
        struct why_match *match = &answer->matches.at[m];
        mark_place(&match->at, root);
        for (uint32_t i = 0; i < match->paths.n; i++) {
            mark_steps(match->paths.at[i].steps.at, match->paths.at[i].steps.n, root);
        }
        for (uint32_t i = 0; i < match->ways.n; i++) {
            mark_steps(match->ways.at[i].steps.at, match->ways.at[i].steps.n, root);
        }
        for (uint32_t i = 0; i < match->cuts.n; i++) {
            mark_place(&match->cuts.at[i].at, root);
        }
    }
}

void why_add(struct why_run *why, const struct run *run, const struct report_data *data,
             const struct program *program)
{
    start(why, run);
    struct arena *arena = arena_create();
    struct why_query *query = why_start(arena, program);
    struct report_options options = {
        .colour = options_want_colour(arena, run->options, run->options->output == NULL ? 1 : -1)};
    for (uint32_t i = 0; i < run->options->why.n; i++) {
        struct why *answer = why_ask(query, run->options->why.at[i]);
        mark_places(answer, data->root_folder);
        report_why(&why->text, data, answer, &options);
        why->answered[i] |= answer->matches.n > 0;
        if (answer->nearest != NULL) {
            struct why_near near = {i, arena_strdup(run->arena, answer->nearest)};
            VEC_PUSH(run->arena, &why->near, near);
        }
    }
    arena_destroy(arena);
}

/* Answers for an API that nothing mentions; false if the packs do not know the name. */
static bool answer_unused(struct why_run *why, const struct run *run, const char *name)
{
    uint32_t n = 0;
    if (packs_find(run->packs, name, &n) == NULL) {
        return false;
    }
    strbuf_printf(&why->text,
                  "%s'%s' is not called under the loader lock (an API that the packs know; nothing "
                  "that was analysed mentions it)\n",
                  why->text.len > 0 ? "\n" : "", name);
    return true;
}

/* Says that no function has the name, and which one may have been meant. */
static void no_such_function(const struct why_run *why, const struct run *run, uint32_t question)
{
    const char *name = run->options->why.at[question];
    const char **words = ARENA_NEW_N(run->arena, const char *, why->near.n);
    size_t n = 0;
    for (uint32_t i = 0; i < why->near.n; i++) {
        if (why->near.at[i].question == question) {
            words[n++] = why->near.at[i].name;
        }
    }
    const char *nearest = text_nearest(name, words, n);
    if (nearest != NULL) {
        diag_error(run->diag, NULL, "no function is called '%s', did you mean '%s'?", name,
                   nearest);
    } else {
        diag_error(run->diag, NULL,
                   "no function is called '%s' in what was analysed; `dump program` lists those "
                   "that are defined",
                   name);
    }
}

int why_finish(struct why_run *why, const struct run *run)
{
    start(why, run);
    bool good = true;
    for (uint32_t i = 0; i < run->options->why.n; i++) {
        if (!why->answered[i] && !answer_unused(why, run, run->options->why.at[i])) {
            no_such_function(why, run, i);
            good = false;
        }
    }
    good &= run->n_failed == 0 || run->options->keep_going;
    if (why->text.len > 0) {
        good &= pipeline_write(run->arena, run->options->output, &why->text, run->diag);
    }
    return good ? STATUS_CLEAN : STATUS_FAILED;
}
