/*
 * html_finding.c - findings as the data of the HTML report.
 *
 * Phases are bit sets in the order of the page's `phases`; a rule is named by its id and its prose
 * stands once for the page.
 */
#include "report/html_writer.h"

#include "report/view.h"
#include "verdict/suppress.h"

static void write_macro(struct html *html, const struct place *place)
{
    if (!place->macro) {
        return;
    }
    json_open_object(&html->to, "macro");
    json_write_string(&html->to, "name", place->macro);
    if (place->spelling_file) {
        struct place spelling = *place;
        spelling.file = place->spelling_file;
        spelling.line = place->spelling_line;
        spelling.column = place->spelling_column;
        spelling.system = !view_in_project(html->data, &spelling);
        struct place *kept = ARENA_NEW(html->scratch, struct place);
        *kept = spelling;
        html_write_place(html, "at", kept, true);
    }
    json_close(&html->to);
}

static void write_steps(struct html *html, const struct step *steps, uint32_t n)
{
    struct json_writer *to = &html->to;
    json_open_array(to, "steps");
    for (uint32_t i = 0; i < n; i++) {
        json_open_object(to, NULL);
        json_write_string(to, "function", steps[i].function ? steps[i].function : "?");
        json_write_string(to, "calls", steps[i].calls);
        json_write_string(to, "through", steps[i].through);
        html_write_place(html, "at", &steps[i].at, true);
        write_macro(html, &steps[i].at);
        json_close(to);
    }
    json_close(to);
}

static void write_path(struct html *html, const struct path *path)
{
    struct json_writer *to = &html->to;
    json_open_object(to, NULL);
    json_write_string(to, "caller", view_root_caller(path->root->kind));
    json_write_string(to, "root", path->root->function);
    html_write_place(html, "at", &path->root->at, true);
    json_write_integer(to, "phases", path->phases);
    json_write_string(to, "when", phases_words(html->scratch, path->phases));
    json_write_string(to, "sink", path->sink);
    json_write_string(to, "doubt", path->certainty == CERTAINTY_CERTAIN ? NULL : path->reason);
    write_steps(html, path->steps.at, path->steps.n);
    json_close(to);
}

static void write_flow(struct html *html, const struct flow *flow)
{
    json_open_object(&html->to, NULL);
    json_write_string(&html->to, "label", flow->label ? flow->label : "");
    json_write_string(&html->to, "root", flow->root);
    write_steps(html, flow->steps.at, flow->steps.n);
    json_close(&html->to);
}

static void write_lists(struct html *html, const struct finding *finding)
{
    struct json_writer *to = &html->to;
    json_open_array(to, "levels");
    for (uint32_t i = 0; i < PHASES; i++) {
        json_write_string(to, NULL, level_name(finding->phase_levels[i]));
    }
    json_close(to);
    json_open_array(to, "others");
    for (uint32_t i = 0; i < finding->other_sinks.n; i++) {
        json_write_string(to, NULL, finding->other_sinks.at[i]);
    }
    json_close(to);
    json_open_array(to, "paths");
    for (uint32_t i = 0; i < finding->paths.n; i++) {
        write_path(html, &finding->paths.at[i]);
    }
    json_close(to);
    json_open_array(to, "flows");
    for (uint32_t i = 0; i < finding->flows.n; i++) {
        write_flow(html, &finding->flows.at[i]);
    }
    json_close(to);
}

/* Whether somebody has held the finding back, who and why. */
static void write_state(struct html *html, const struct finding *finding)
{
    static const char *const words[] = {
        [BASELINE_NONE] = "open", [BASELINE_NEW] = "new", [BASELINE_UNCHANGED] = "unchanged"};
    const struct suppression *by = finding->suppression;
    json_write_string(&html->to, "state", by != NULL ? "suppressed" : words[finding->baseline]);
    if (by != NULL) {
        html_write_place(html, "by", &by->at, true);
        json_write_string(&html->to, "reason", by->reason);
    }
}

void html_write_finding(struct html *html, const struct finding *finding)
{
    struct json_writer *to = &html->to;
    bool certain = finding->certainty == CERTAINTY_CERTAIN;
    json_open_object(to, NULL);
    json_write_string(to, "id", finding->fingerprint);
    json_write_string(to, "rule", finding->rule->id);
    json_write_string(to, "level", level_name(finding->level));
    json_write_string(to, "module", finding->module);
    json_write_string(to, "sink", finding->sink);
    json_write_string(to, "message", finding->message);
    json_write_string(to, "confidence", finding->confidence);
    json_write_string(to, "source", view_source(html->scratch, finding));
    json_write_string(to, "doubt", certain ? NULL : finding->certainty_reason);
    json_write_integer(to, "phases", finding->phases);
    json_write_integer(to, "more", finding->n_more_paths);
    write_state(html, finding);
    html_write_place(html, "at", &finding->location, true);
    write_lists(html, finding);
    json_close(to);
}
