/*
 * why.c - the answers of --why as text for people.
 *
 * Each function is a headline `file:line:column: name: is reached ...` and below it the paths, as
 * the text report shows them; or where each way to it ends.
 */
#include "report/why.h"

#include <string.h>

#include "report/steps.h"
#include "report/summary.h"
#include "report/view.h"

enum { INDENT = 12 };

/* What every function here needs. */
struct answer {
    struct prose prose;
    struct arena *scratch;
    struct step_writer steps;
    const struct why *why;
};

static void add_more(struct answer *a, uint32_t n, const char *one, const char *many)
{
    if (n > 0) {
        strbuf_printf(a->prose.out, "  and %u more %s\n", n, n == 1 ? one : many);
    }
}

static void write_roots(struct answer *a, const struct why_match *match)
{
    for (uint32_t i = 0; i < match->roots.n; i++) {
        const struct root *root = &a->why->roots.at[match->roots.at[i]];
        const char *text = arena_printf(a->scratch, "%s %s %s", view_root_caller(root->kind),
                                        root->function, phases_words(a->scratch, root->phases));
        prose_paragraph(&a->prose, INDENT, "  root:", text);
    }
}

static void write_steps(struct answer *a, const struct step *steps, uint32_t n, uint32_t marked)
{
    for (uint32_t i = 0; i < n; i++) {
        steps_write(&a->steps, &steps[i], i, i == marked);
    }
}

static void write_paths(struct answer *a, const struct why_match *match)
{
    for (uint32_t i = 0; i < match->paths.n; i++) {
        const struct why_path *path = &match->paths.at[i];
        const struct root *root = &a->why->roots.at[path->root];
        strbuf_adds(a->prose.out, "  path: ");
        prose_add(&a->prose, COLOUR_NONE,
                  arena_printf(a->scratch, "%s %s %s", view_root_caller(root->kind), root->function,
                               phases_words(a->scratch, path->phases)));
        strbuf_addc(a->prose.out, '\n');
        if (path->certainty == CERTAINTY_POSSIBLE) {
            prose_paragraph(&a->prose, INDENT, "  possible:",
                            path->reason == NULL
                                ? "not certain"
                                : arena_printf(a->scratch, "not certain: %s", path->reason));
        }
        write_steps(a, path->steps.at, path->steps.n, path->steps.n - 1);
    }
    add_more(a, match->n_more_paths, "path", "paths");
}

static void write_ways(struct answer *a, const struct why_match *match)
{
    for (uint32_t i = 0; i < match->ways.n; i++) {
        const struct why_way *way = &match->ways.at[i];
        prose_paragraph(&a->prose, INDENT, "  not:", arena_printf(a->scratch, "%s.", way->reason));
        write_steps(a, way->steps.at, way->steps.n, 0);
    }
    add_more(a, match->n_more_ways, "way that is not taken", "ways that are not taken");
}

static void write_cuts(struct answer *a, const struct why_match *match)
{
    if (match->cuts.n == 0) {
        return;
    }
    prose_paragraph(&a->prose, INDENT, "  unknown:",
                    "Its address is known to other code, and these calls under the loader lock "
                    "were not followed:");
    for (uint32_t i = 0; i < match->cuts.n; i++) {
        const struct cut *cut = &match->cuts.at[i];
        const char *text =
            arena_printf(a->scratch, "%s: %s", steps_place(&a->steps, &cut->at), cut->detail);
        prose_paragraph(&a->prose, INDENT, "", text);
    }
    add_more(a, match->n_more_cuts, "such call", "such calls");
}

/* Whether the function is reached, as a headline. */
static const char *verdict_of(const struct why_match *match)
{
    if (match->variable) {
        return "is a variable with code that runs under the loader lock";
    }
    if (match->roots.n > 0) {
        return "runs under the loader lock: it is a root";
    }
    if (match->paths.n > 0 && match->body) {
        bool certain = false;
        for (uint32_t i = 0; i < match->paths.n; i++) {
            certain |= match->paths.at[i].certainty == CERTAINTY_CERTAIN;
        }
        return certain ? "is reached under the loader lock"
                       : "is possibly reached under the loader lock";
    }
    if (match->paths.n > 0) {
        return "is called under the loader lock";
    }
    return match->body ? "is not reached under the loader lock"
                       : "is not called under the loader lock";
}

/* What an answer about a function without a body rests on. */
static const char *standing_of(const struct why_match *match)
{
    if (match->body) {
        return "";
    }
    return match->known ? "an API that the packs know; "
                        : "not defined here, and not known to the packs; ";
}

static void write_match(struct answer *a, const struct why_match *match)
{
    const char *place = match->at.file == NULL ? "" : steps_place(&a->steps, &match->at);
    if (*place != '\0') {
        prose_add(&a->prose, COLOUR_BOLD, arena_printf(a->scratch, "%s:", place));
        strbuf_addc(a->prose.out, ' ');
    }
    prose_add(&a->prose, COLOUR_BOLD, arena_printf(a->scratch, "'%s'", match->name));
    strbuf_addc(a->prose.out, ' ');
    bool reached = match->roots.n > 0 || match->paths.n > 0;
    prose_add(&a->prose, reached ? COLOUR_MAGENTA : COLOUR_CYAN, verdict_of(match));
    const char *where =
        arena_printf(a->scratch, " (%smodule %s)", standing_of(match), a->why->module);
    prose_add(&a->prose, COLOUR_NONE, where);
    strbuf_addc(a->prose.out, '\n');
    write_roots(a, match);
    write_paths(a, match);
    if (a->why->roots.n == 0) {
        prose_paragraph(&a->prose, INDENT, "  not:",
                        "Nothing in this module runs under the loader lock: no DllMain and no "
                        "other root was found.");
    }
    write_ways(a, match);
    write_cuts(a, match);
}

void report_why(struct strbuf *out, const struct report_data *data, const struct why *why,
                const struct report_options *options)
{
    struct arena *scratch = arena_create();
    struct strbuf text;
    strbuf_init(&text, scratch);
    struct answer a = {.prose = prose_for(&text, options),
                       .scratch = scratch,
                       .why = why};
    a.steps = (struct step_writer){&a.prose, scratch, sources_create(scratch), data};
    for (uint32_t i = 0; i < why->matches.n; i++) {
        strbuf_adds(&text, out->len + text.len > 0 ? "\n" : "");
        write_match(&a, &why->matches.at[i]);
    }
    if (why->n_more_matches > 0) {
        strbuf_printf(&text, "\n%u more function%s of module %s %s such a name\n",
                      why->n_more_matches, why->n_more_matches == 1 ? "" : "s", why->module,
                      why->n_more_matches == 1 ? "has" : "have");
    }
    strbuf_add(out, text.text, text.len);
    arena_destroy(scratch);
}
