/*
 * sarif.c - SARIF 2.1.0 (OASIS, errata 01): the log and its one run.
 *
 * One run for all modules, as GitHub refuses several runs of one tool and category in a file.  What
 * the run is about stands in automationDetails.  Nothing in it depends on time, machine or folder.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os.html
 */
#include "report/sarif_writer.h"

#include "report/view.h"

/* GitHub takes 25,000 results of a run.
 * Source: https://docs.github.com/code-security/code-scanning (SARIF support, validation) */
enum { MAX_NOTIFICATIONS = 1000, MAX_RESULTS = 25000 };

/* Returns how many findings have a level so low that no result is left for them. */
static uint32_t n_left_out(const struct sarif *sarif)
{
    return sarif->n_shown > MAX_RESULTS ? sarif->n_shown - MAX_RESULTS : 0;
}

static void write_notification(struct sarif *sarif, const struct cut *cut)
{
    struct json_writer *to = &sarif->to;
    uint32_t kind = view_cut_index(cut->kind);
    json_open_object(to, NULL);
    json_open_object(to, "descriptor");
    json_write_string(to, "id", view_cuts[kind].id);
    json_write_integer(to, "index", kind);
    json_close(to);
    json_write_string(to, "level", level_name(view_cuts[kind].level));
    const char *detail = cut->detail && *cut->detail ? cut->detail : view_cuts[kind].meaning;
    sarif_write_text(sarif, "message", detail);
    if (view_in_project(sarif->data, &cut->at)) {
        json_open_array(to, "locations");
        json_open_object(to, NULL);
        sarif_write_location(sarif, &cut->at, NULL, false);
        json_close(to);
        json_close(to);
    }
    json_close(to);
}

static void write_more(struct sarif *sarif, uint32_t n, const char *what)
{
    struct cut more = {.kind = "more"};
    more.detail = arena_printf(sarif->scratch, "%u more %s.", n, what);
    write_notification(sarif, &more);
}

/* Writes what was not analysed as notifications of the tool's one invocation. */
static void write_invocations(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    uint32_t n = sarif->data->coverage.cuts.n;
    json_open_array(to, "invocations");
    json_open_object(to, NULL);
    json_write_bool(to, "executionSuccessful", !sarif->options->incomplete);
    json_open_array(to, "toolExecutionNotifications");
    for (uint32_t i = 0; i < n && i < MAX_NOTIFICATIONS; i++) {
        write_notification(sarif, &sarif->data->coverage.cuts.at[i]);
    }
    if (n > MAX_NOTIFICATIONS) {
        write_more(sarif, n - MAX_NOTIFICATIONS, "places were not followed");
    }
    if (n_left_out(sarif) > 0) {
        write_more(sarif, n_left_out(sarif), "findings of the lowest levels are left out");
    }
    json_close(to);
    json_close(to);
    json_close(to);
}

static void write_base(struct sarif *sarif, const char *id, const char *text)
{
    json_open_object(&sarif->to, id);
    sarif_write_text(sarif, "description", text);
    json_close(&sarif->to);
}

/* The bases of relative URIs, after everything that has a URI. */
static void write_bases(struct sarif *sarif)
{
    json_open_object(&sarif->to, "originalUriBaseIds");
    write_base(sarif, "SRCROOT", "The root of the sources.");
    if (sarif->has_outside) {
        write_base(sarif, "OUTSIDE", "The root of the file system, for files outside the sources.");
    }
    json_close(&sarif->to);
}

static void write_provenance(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    if (!sarif->options->repository_uri) {
        return;
    }
    json_open_array(to, "versionControlProvenance");
    json_open_object(to, NULL);
    json_write_string(to, "repositoryUri", sarif->options->repository_uri);
    if (sarif->options->revision) {
        json_write_string(to, "revisionId", sarif->options->revision);
    }
    json_open_object(to, "mappedTo");
    json_write_string(to, "uriBaseId", "SRCROOT");
    json_close(to);
    json_close(to);
    json_close(to);
}

/* GitHub's category is what stands before the last slash: one for each set of DLLs. */
static void write_automation(struct sarif *sarif)
{
    const struct report_data *data = sarif->data;
    const char *id = "dllmain-lint/";
    if (sarif->options->automation_id) {
        id = sarif->options->automation_id;
    } else if (sarif->options->category) {
        id = arena_printf(sarif->scratch, "%s/", sarif->options->category);
    } else if (data->modules.n == 1) {
        id = arena_printf(sarif->scratch, "dllmain-lint/%s/", data->modules.at[0].name);
    }
    json_open_object(&sarif->to, "automationDetails");
    json_write_string(&sarif->to, "id", id);
    json_close(&sarif->to);
}

static void write_text_format(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    json_write_string(to, "columnKind", "utf16CodeUnits");
    json_open_array(to, "newlineSequences");
    json_write_string(to, NULL, "\r\n");
    json_write_string(to, NULL, "\n");
    json_write_string(to, NULL, "\r");
    json_close(to);
    json_write_string(to, "defaultEncoding", "utf-8");
}

/* What became of the findings of the baseline. */
static void write_baseline(struct sarif *sarif)
{
    const struct baseline_counts *counts = &sarif->data->baseline;
    struct json_writer *to = &sarif->to;
    if (counts->given) {
        json_open_object(to, "baseline");
        json_write_integer(to, "new", counts->n_new);
        json_write_integer(to, "unchanged", counts->n_unchanged);
        json_write_integer(to, "fixed", counts->n_fixed);
        json_close(to);
    }
}

/* How much was analysed: a clean run says what it checked. */
static void write_coverage(struct sarif *sarif)
{
    const struct coverage *coverage = &sarif->data->coverage;
    struct json_writer *to = &sarif->to;
    json_open_object(to, "properties");
    json_open_object(to, "units");
    json_write_integer(to, "analysed", coverage->analysed);
    json_write_integer(to, "partial", coverage->partial);
    json_write_integer(to, "failed", coverage->failed);
    json_write_integer(to, "skipped", coverage->skipped);
    json_close(to);
    write_baseline(sarif);
    json_close(to);
}

/* Writes the results in the order of the findings; of too many those of the lowest levels, and of
 * these the last, are left out. */
static void write_results(struct sarif *sarif)
{
    uint32_t n_level[LEVEL_ERROR + 1] = {0};
    uint32_t room[LEVEL_ERROR + 1] = {0};
    uint32_t left = MAX_RESULTS;
    for (uint32_t i = 0; i < sarif->n_shown; i++) {
        n_level[sarif->shown[i]->level]++;
    }
    for (uint32_t level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
        room[level] = n_level[level] < left ? n_level[level] : left;
        left -= room[level];
    }
    json_open_array(&sarif->to, "results");
    for (uint32_t i = 0; i < sarif->n_shown; i++) {
        const struct finding *finding = sarif->shown[i];
        if (room[finding->level] > 0) {
            room[finding->level]--;
            sarif_write_result(sarif, finding);
        }
    }
    json_close(&sarif->to);
}

static void write_run(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    json_open_object(to, NULL);
    sarif_write_tool(sarif);
    write_invocations(sarif);
    write_provenance(sarif);
    write_automation(sarif);
    write_text_format(sarif);
    write_results(sarif);
    sarif_write_artifacts(sarif);
    write_bases(sarif);
    write_coverage(sarif);
    json_close(to);
}

/* True if the user wants a finding that is held back. */
static bool is_wanted(const struct sarif *sarif, const struct finding *finding)
{
    const struct report_options *options = sarif->options;
    return (finding->suppression == NULL || options->sarif_suppressed) &&
           (finding->baseline != BASELINE_UNCHANGED || options->sarif_unchanged);
}

/* The findings, and those that are held back if the user wants them. */
static void collect_shown(struct sarif *sarif)
{
    uint32_t n = 0;
    sarif->shown = verdict_all(sarif->scratch, sarif->data, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (is_wanted(sarif, sarif->shown[i])) {
            sarif->shown[sarif->n_shown++] = sarif->shown[i];
        }
    }
}

static void write_sarif(struct strbuf *out, const struct report_data *data,
                        const struct report_options *options)
{
    struct arena *scratch = arena_create();
    struct sarif sarif = {
        .scratch = scratch, .sources = sources_create(scratch), .data = data, .options = options};
    collect_shown(&sarif);
    sarif.artifact_index = strmap_create(scratch);
    sarif_collect_rules(&sarif);
    struct json_writer *to = &sarif.to;
    json_writer_init(to, out);
    json_open_object(to, NULL);
    json_write_string(to, "$schema",
                      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                      "sarif-schema-2.1.0.json");
    json_write_string(to, "version", "2.1.0");
    json_open_array(to, "runs");
    write_run(&sarif);
    json_close(to);
    json_close(to);
    arena_destroy(scratch);
}

const struct report_writer report_sarif = {
    .name = "sarif",
    .summary = "SARIF 2.1.0, for GitHub, GitLab, Azure DevOps, VS Code, Visual Studio",
    .write = write_sarif,
};
