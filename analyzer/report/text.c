/*
 * text.c - the report for a person: what is wrong, how it is reached, what to do, why it hurts.
 *
 * Findings by module.  The first line of each is `file:line:column: level: message [rule]`, which
 * editors and CI know how to read.  The long prose of a rule stands at its first finding only, and
 * what the loader lock is at the first finding of all.
 */
#include "report/report.h"

#include <string.h>

#include "base/strmap.h"
#include "report/prose.h"
#include "report/steps.h"
#include "report/summary.h"
#include "report/view.h"
#include "verdict/suppress.h"

enum { PROSE_INDENT = 12, HEAD_INDENT = 4, PATH_INDENT = 8, MAX_OTHER_PATHS = 3 };

static const char the_lock[] =
    "Windows holds the loader lock while it runs DllMain, TLS callbacks, and the constructors and "
    "destructors of a DLL's globals. Other threads need it to load DLLs, to start and to exit.";

/* What every function here needs. */
struct text_report {
    struct prose prose;
    struct arena *scratch;
    struct step_writer steps;
    struct strmap *explained; /* ids of rules whose prose was printed */
    const struct report_data *data;
};

static enum colour level_colour(enum level level)
{
    return level == LEVEL_ERROR     ? COLOUR_RED
           : level == LEVEL_WARNING ? COLOUR_MAGENTA
                                    : COLOUR_CYAN;
}

static void write_headline(struct text_report *report, const struct finding *finding)
{
    struct prose *prose = &report->prose;
    const char *word = finding->suppression != NULL              ? "suppressed"
                       : finding->baseline == BASELINE_UNCHANGED ? "unchanged"
                                                                 : level_name(finding->level);
    const char *level = arena_printf(report->scratch, " %s:", word);
    const char *place =
        arena_printf(report->scratch, "%s:", steps_place(&report->steps, &finding->location));
    const char *message = arena_printf(report->scratch, " %s", finding->message);
    uint32_t column = 0;
    prose_flow(prose, &column, HEAD_INDENT, COLOUR_BOLD, place);
    prose_flow(prose, &column, HEAD_INDENT, level_colour(finding->level), level);
    prose_flow(prose, &column, HEAD_INDENT, COLOUR_BOLD, message);
    bool fits = column + strlen(finding->rule->id) + 3 <= prose->width;
    strbuf_adds(prose->out, prose->terminal && !fits ? "\n    [" : " [");
    prose_link(prose, view_source(report->scratch, finding), finding->rule->id);
    strbuf_adds(prose->out, "]\n");
}

/* "error when the DLL is unloaded, warning when the process exits", if the phases differ. */
static void write_levels(struct text_report *report, const struct finding *finding)
{
    struct strbuf text;
    strbuf_init(&text, report->scratch);
    uint32_t told = 0;
    for (enum level level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
        uint32_t phases = 0;
        for (uint32_t i = 0; i < PHASES; i++) {
            phases |= finding->phase_levels[i] == level ? 1u << i : 0;
        }
        if (phases != 0) {
            strbuf_printf(&text, "%s%s %s", told > 0 ? "; " : "", level_name(level),
                          phases_words(report->scratch, phases));
            told++;
        }
    }
    if (told > 1) {
        prose_paragraph(&report->prose, PROSE_INDENT, "  levels:", text.text);
    }
}

static void write_path(struct text_report *report, const struct finding *finding)
{
    const struct path *path = &finding->paths.at[0];
    struct prose *prose = &report->prose;
    uint32_t column = PATH_INDENT;
    prose_add(prose, COLOUR_BOLD, "  path:");
    strbuf_addc(prose->out, ' ');
    prose_flow(prose, &column, PATH_INDENT, COLOUR_NONE,
               arena_printf(report->scratch, "%s %s %s", view_root_caller(path->root->kind),
                            path->root->function, phases_words(report->scratch, path->phases)));
    strbuf_addc(prose->out, '\n');
    for (uint32_t i = 0; i < path->steps.n; i++) {
        const struct step *step = &path->steps.at[i];
        bool marked = place_compare(&step->at, &finding->location) == 0;
        steps_write(&report->steps, step, i, marked);
    }
}

/* The other side of the fault: code that holds the lock, the start of the thread. */
static void write_flows(struct text_report *report, const struct finding *finding)
{
    for (uint32_t i = 0; i < finding->flows.n; i++) {
        const struct flow *flow = &finding->flows.at[i];
        const char *label = flow->label ? flow->label : "";
        uint32_t column = PATH_INDENT;
        prose_add(&report->prose, COLOUR_BOLD, "  with:");
        strbuf_addc(report->prose.out, ' ');
        prose_flow(&report->prose, &column, PATH_INDENT, COLOUR_NONE,
                   flow->root ? arena_printf(report->scratch, "%s (in %s)", label, flow->root)
                              : label);
        strbuf_addc(report->prose.out, '\n');
        for (uint32_t s = 0; s < flow->steps.n; s++) {
            steps_write(&report->steps, &flow->steps.at[s], s, s + 1 == flow->steps.n);
        }
    }
}

/* "also: DllMain > a > b > LoadLibraryW", for the paths after the first. */
static void write_other_paths(struct text_report *report, const struct finding *finding)
{
    uint32_t n = finding->paths.n + finding->n_more_paths;
    uint32_t shown =
        finding->paths.n < 1 + MAX_OTHER_PATHS ? finding->paths.n : 1 + MAX_OTHER_PATHS;
    for (uint32_t i = 1; i < shown; i++) {
        const struct path *path = &finding->paths.at[i];
        struct strbuf chain;
        strbuf_init(&chain, report->scratch);
        for (uint32_t s = 0; s < path->steps.n; s++) {
            strbuf_printf(&chain, "%s > ", path->steps.at[s].function);
        }
        strbuf_printf(&chain, "%s, %s", path->sink, phases_words(report->scratch, path->phases));
        prose_paragraph(&report->prose, PROSE_INDENT, "  also:", chain.text);
    }
    if (n > shown) {
        strbuf_printf(report->prose.out, "  and %u more path%s\n", n - shown,
                      n - shown == 1 ? "" : "s");
    }
}

/* Returns the phases of the finding that have the same reason as `phase`. */
static uint32_t phases_alike(const struct finding *finding, uint32_t phase)
{
    const char *const *why = finding->rule->why_phase;
    uint32_t alike = 0;
    for (uint32_t i = 0; i < PHASES; i++) {
        bool same = why[i] && strcmp(why[i], why[phase]) == 0;
        alike |= same && (finding->phases & 1u << i) ? 1u << i : 0;
    }
    return alike;
}

/* What happens in the phases of this finding, where the rule tells them apart; each phase of a rule
 * is told of once. */
static void write_phase_reasons(struct text_report *report, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    uint32_t told = 0;
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        const char *why = rule->why_phase[phase];
        if (!why || *why == '\0' || !(finding->phases & ~told & 1u << phase)) {
            continue;
        }
        uint32_t alike = phases_alike(finding, phase);
        told |= alike;
        const char *words = phases_words(report->scratch, alike);
        const char *text = arena_printf(report->scratch, "%s: %s", words, why);
        const char *key = arena_printf(report->scratch, "%s %s", rule->id, why);
        if (!strmap_get(report->explained, key, NULL)) {
            strmap_put(report->explained, key, 1);
            prose_paragraph(&report->prose, PROSE_INDENT, "  phase:", text);
        }
    }
}

static void write_prose(struct text_report *report, const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    struct prose *prose = &report->prose;
    if (strmap_get(report->explained, rule->id, NULL)) {
        const char *text =
            arena_printf(report->scratch, "see %s above, or --explain %s", rule->id, rule->id);
        prose_paragraph(prose, PROSE_INDENT, "  why:", text);
        write_phase_reasons(report, finding);
        return;
    }
    bool first = strmap_count(report->explained) == 0;
    strmap_put(report->explained, rule->id, 1);
    prose_paragraph(prose, PROSE_INDENT, "  fix:", rule->fix);
    prose_paragraph(prose, PROSE_INDENT, "  safe:", rule->safe_instead);
    prose_paragraph(prose, PROSE_INDENT, "  lock:", first ? the_lock : NULL);
    prose_paragraph(prose, PROSE_INDENT, "  why:", rule->why);
    write_phase_reasons(report, finding);
    prose_paragraph(prose, PROSE_INDENT, "  shows:", rule->when_it_shows);
    prose_paragraph(prose, PROSE_INDENT, "  verify:", rule->verify);
}

static void write_source_of_rule(struct text_report *report, const struct finding *finding)
{
    const char *url = view_source(report->scratch, finding);
    const char *text =
        arena_printf(report->scratch, "%s (%s)", url ? url : "", finding->confidence);
    prose_paragraph(&report->prose, PROSE_INDENT, "  source:", url ? text : NULL);
}

/* Where it is suppressed, and why. */
static void write_suppression(struct text_report *report, const struct suppression *suppression)
{
    if (suppression == NULL) {
        return;
    }
    const char *place = steps_place(&report->steps, &suppression->at);
    const char *text = suppression->reason == NULL
                           ? place
                           : arena_printf(report->scratch, "%s: %s", place, suppression->reason);
    prose_paragraph(&report->prose, PROSE_INDENT, "  by:", text);
}

static void write_finding(struct text_report *report, const struct finding *finding)
{
    write_headline(report, finding);
    write_suppression(report, finding->suppression);
    if (finding->certainty == CERTAINTY_POSSIBLE) {
        prose_paragraph(
            &report->prose, PROSE_INDENT, "  possible:",
            arena_printf(report->scratch, "not certain: %s", finding->certainty_reason));
    }
    if (finding->paths.n > 0) {
        write_path(report, finding);
    }
    write_flows(report, finding);
    write_other_paths(report, finding);
    write_levels(report, finding);
    write_prose(report, finding);
    write_source_of_rule(report, finding);
    strbuf_addc(report->prose.out, '\n');
}

static void write_module_line(struct text_report *report, const char *module, uint32_t n)
{
    if (report->data->modules.n > 1) {
        uint32_t column = 0;
        const char *count =
            arena_printf(report->scratch, ": %u finding%s", n, n == 1 ? "" : "s");
        prose_flow(&report->prose, &column, 0, COLOUR_BOLD, module);
        prose_flow(&report->prose, &column, 0, COLOUR_NONE, count);
        strbuf_adds(report->prose.out, "\n\n");
    }
}

/* The findings by module. */
static void write_findings(struct text_report *report, const struct report_options *options)
{
    uint32_t n = report->data->findings.n;
    struct finding **all = verdict_all(report->scratch, report->data, &n);
    uint32_t n_shown = 0;
    for (uint32_t i = 0; i < n; i++) {
        if ((all[i]->suppression == NULL || options->show_suppressed) &&
            (all[i]->baseline != BASELINE_UNCHANGED || options->show_unchanged)) {
            all[n_shown++] = all[i];
        }
    }
    uint32_t end = 0;
    for (uint32_t i = 0; i < n_shown; i++) {
        const char *module = all[i]->module;
        if (i == end) {
            while (end < n_shown && strcmp(all[end]->module, module) == 0) {
                end++;
            }
            write_module_line(report, module, end - i);
        }
        write_finding(report, all[i]);
    }
}

static void write_text(struct strbuf *out, const struct report_data *data,
                       const struct report_options *options)
{
    struct arena *scratch = arena_create();
    struct strbuf text;
    strbuf_init(&text, scratch);
    struct text_report report = {
        .prose = prose_for(&text, options),
        .scratch = scratch,
        .explained = strmap_create(scratch),
        .data = data,
    };
    report.steps = (struct step_writer){&report.prose, scratch, sources_create(scratch), data};
    write_findings(&report, options);
    summary_coverage(&report.prose, data, options->verbose);
    summary_line(&report.prose, data);
    strbuf_add(out, text.text, text.len);
    arena_destroy(scratch);
}

const struct report_writer report_text = {
    .name = "text",
    .summary = "for people: each finding with its path, its reason and the way out",
    .write = write_text,
};
