/*
 * json.c - the JSON output, version 1: a contract; fields are only added.
 *
 * Columns are UTF-16 code units from 1, as in SARIF.  Files are relative to the source root; a
 * system header is "<name>".  What version 1 has beyond its first fields: `through` of a step,
 * `phases`, `certainty` and `certaintyReason` of a path; `otherSinks`, `morePaths`, `phaseLevels`,
 * `detail` (null if there is none) and `flows` (further evidence) of a finding; `cutCounts`.  What
 * a suppression holds back is among the findings, with who suppresses it; the summary counts it
 * apart.
 */
#include "report/report.h"

#include <string.h>

#include "base/json.h"
#include "base/strmap.h"
#include "report/source.h"
#include "report/view.h"
#include "verdict/suppress.h"

/* What every function here needs. */
struct json_report {
    struct json_writer to;
    struct arena *scratch;
    struct sources *sources;
    const struct report_data *data;
};

static void write_phases(struct json_report *report, uint32_t phases)
{
    json_open_array(&report->to, "phases");
    for (uint32_t i = 0; i < PHASES; i++) {
        if (phases & 1u << i) {
            json_write_string(&report->to, NULL, phase_name((enum phase)i));
        }
    }
    json_close(&report->to);
}

static void write_file_and_line(struct json_report *report, const struct place *place)
{
    json_write_string(&report->to, "file", view_file(report->scratch, report->data, place));
    json_write_integer(&report->to, "line", place->line);
}

static void write_place(struct json_report *report, const struct place *place)
{
    write_file_and_line(report, place);
    json_write_integer(&report->to, "column", source_column(report->sources, place));
}

static void write_module(struct json_report *report, const struct module_report *module)
{
    json_open_object(&report->to, NULL);
    json_write_string(&report->to, "name", module->name);
    json_open_array(&report->to, "roots");
    for (uint32_t i = 0; i < module->roots.n; i++) {
        const struct root *root = &module->roots.at[i];
        json_open_object(&report->to, NULL);
        json_write_string(&report->to, "kind", root->kind);
        json_write_string(&report->to, "function", root->function);
        write_file_and_line(report, &root->at);
        json_close(&report->to);
    }
    json_close(&report->to);
    json_write_integer(&report->to, "units", module->n_units);
    json_close(&report->to);
}

static void write_certainty(struct json_report *report, enum certainty certainty,
                            const char *reason)
{
    bool certain = certainty == CERTAINTY_CERTAIN;
    json_write_string(&report->to, "certainty", certain ? "certain" : "possible");
    json_write_string(&report->to, "certaintyReason", certain ? NULL : reason);
}

static void write_steps(struct json_report *report, const struct step *steps, uint32_t n)
{
    json_open_array(&report->to, "steps");
    for (uint32_t i = 0; i < n; i++) {
        const struct step *step = &steps[i];
        json_open_object(&report->to, NULL);
        json_write_string(&report->to, "function", step->function ? step->function : "");
        json_write_string(&report->to, "calls", step->calls ? step->calls : "");
        write_place(report, &step->at);
        json_write_string(&report->to, "through", step->through);
        json_close(&report->to);
    }
    json_close(&report->to);
}

static void write_path(struct json_report *report, const struct path *path)
{
    json_open_object(&report->to, NULL);
    json_write_string(&report->to, "root", path->root->function);
    write_steps(report, path->steps.at, path->steps.n);
    write_phases(report, path->phases);
    write_certainty(report, path->certainty, path->reason);
    json_close(&report->to);
}

static void write_phase_levels(struct json_report *report, const struct finding *finding)
{
    json_open_object(&report->to, "phaseLevels");
    for (uint32_t i = 0; i < PHASES; i++) {
        if (finding->phase_levels[i] != LEVEL_NONE) {
            json_write_string(&report->to, phase_name((enum phase)i),
                              level_name(finding->phase_levels[i]));
        }
    }
    json_close(&report->to);
}

static void write_flows(struct json_report *report, const struct finding *finding)
{
    json_open_array(&report->to, "flows");
    for (uint32_t i = 0; i < finding->flows.n; i++) {
        const struct flow *flow = &finding->flows.at[i];
        json_open_object(&report->to, NULL);
        json_write_string(&report->to, "label", flow->label);
        json_write_string(&report->to, "root", flow->root);
        write_steps(report, flow->steps.at, flow->steps.n);
        json_close(&report->to);
    }
    json_close(&report->to);
}

/* Who holds the finding back, and why; null: nobody. */
static void write_suppressed(struct json_report *report, const struct suppression *suppression)
{
    static const char *const forms[SUPPRESSION_FORMS] = {"nolint", "allow", "attribute"};
    struct json_writer *to = &report->to;
    if (suppression == NULL) {
        json_write_null(to, "suppressed");
        return;
    }
    json_open_object(to, "suppressed");
    json_write_string(to, "kind", "inSource");
    json_write_string(to, "form", forms[suppression->form]);
    json_write_string(to, "justification", suppression->reason);
    write_file_and_line(report, &suppression->at);
    json_close(to);
}

static void write_finding(struct json_report *report, const struct finding *finding)
{
    static const char *const states[] = {
        [BASELINE_NONE] = NULL, [BASELINE_NEW] = "new", [BASELINE_UNCHANGED] = "unchanged"};
    struct json_writer *to = &report->to;
    json_open_object(to, NULL);
    json_write_string(to, "rule", finding->rule->id);
    json_write_string(to, "name", finding->rule->name);
    json_write_string(to, "level", level_name(finding->level));
    json_write_string(to, "confidence", finding->confidence);
    write_certainty(report, finding->certainty, finding->certainty_reason);
    json_write_string(to, "module", finding->module);
    json_write_string(to, "sink", finding->sink);
    json_write_string(to, "message", finding->message);
    json_open_object(to, "location");
    write_place(report, &finding->location);
    json_close(to);
    write_phases(report, finding->phases);
    json_open_array(to, "paths");
    for (uint32_t i = 0; i < finding->paths.n; i++) {
        write_path(report, &finding->paths.at[i]);
    }
    json_close(to);
    json_write_string(to, "fingerprint", finding->fingerprint);
    json_write_string(to, "baseline", states[finding->baseline]);
    write_suppressed(report, finding->suppression);
    json_open_array(to, "otherSinks");
    for (uint32_t i = 0; i < finding->other_sinks.n; i++) {
        json_write_string(to, NULL, finding->other_sinks.at[i]);
    }
    json_close(to);
    json_write_integer(to, "morePaths", finding->n_more_paths);
    write_phase_levels(report, finding);
    json_write_string(to, "detail", finding->detail);
    write_flows(report, finding);
    json_close(to);
}

/* How many places of each kind were not followed, by the words of `kind`. */
static void write_cut_counts(struct json_report *report, const struct coverage *coverage)
{
    struct strmap *told = strmap_create(report->scratch);
    json_open_object(&report->to, "cutCounts");
    for (uint32_t i = 0; i < coverage->cuts.n; i++) {
        const char *kind = coverage->cuts.at[i].kind;
        if (strmap_get(told, kind, NULL)) {
            continue;
        }
        strmap_put(told, kind, 1);
        uint32_t n = 0;
        for (uint32_t k = i; k < coverage->cuts.n; k++) {
            n += strcmp(coverage->cuts.at[k].kind, kind) == 0 ? 1 : 0;
        }
        json_write_integer(&report->to, kind, n);
    }
    json_close(&report->to);
}

static void write_coverage(struct json_report *report, const struct coverage *coverage)
{
    struct json_writer *to = &report->to;
    json_open_object(to, "coverage");
    json_open_object(to, "units");
    json_write_integer(to, "analysed", coverage->analysed);
    json_write_integer(to, "partial", coverage->partial);
    json_write_integer(to, "failed", coverage->failed);
    json_write_integer(to, "skipped", coverage->skipped);
    json_close(to);
    json_open_array(to, "cuts");
    for (uint32_t i = 0; i < coverage->cuts.n; i++) {
        const struct cut *cut = &coverage->cuts.at[i];
        json_open_object(to, NULL);
        json_write_string(to, "kind", cut->kind);
        write_file_and_line(report, &cut->at);
        json_write_string(to, "detail", cut->detail ? cut->detail : "");
        json_close(to);
    }
    json_close(to);
    write_cut_counts(report, coverage);
    json_close(to);
}

static void write_summary(struct json_report *report)
{
    json_open_object(&report->to, "summary");
    for (enum level level = LEVEL_ERROR; level >= LEVEL_NOTE; level--) {
        json_write_integer(&report->to, level_name(level), report->data->n_level[level]);
    }
    json_write_integer(&report->to, "suppressed", view_n_suppressed(report->data));
    if (report->data->baseline.given) {
        json_write_integer(&report->to, "unchanged", report->data->baseline.n_unchanged);
        json_write_integer(&report->to, "fixed", report->data->baseline.n_fixed);
    }
    json_close(&report->to);
}

static void write_json(struct strbuf *out, const struct report_data *data,
                       const struct report_options *options)
{
    struct arena *scratch = arena_create();
    struct json_report report = {
        .scratch = scratch, .sources = sources_create(scratch), .data = data};
    struct json_writer *to = &report.to;
    json_writer_init(to, out);
    json_open_object(to, NULL);
    json_write_integer(to, "version", 1);
    json_open_object(to, "tool");
    json_write_string(to, "name", "dllmain-lint");
    json_write_string(to, "version", options->tool_version);
    json_close(to);
    json_open_array(to, "modules");
    for (uint32_t i = 0; i < data->modules.n; i++) {
        write_module(&report, &data->modules.at[i]);
    }
    json_close(to);
    json_open_array(to, "findings");
    uint32_t n = 0;
    struct finding **all = verdict_all(scratch, data, &n);
    for (uint32_t i = 0; i < n; i++) {
        write_finding(&report, all[i]);
    }
    json_close(to);
    write_coverage(&report, &data->coverage);
    write_summary(&report);
    json_close(to);
    arena_destroy(scratch);
}

const struct report_writer report_json = {
    .name = "json",
    .summary = "for programs: everything that is known, version 1",
    .write = write_json,
};
