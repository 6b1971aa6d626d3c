/*
 * gitlab.c - findings as GitLab's Code Quality report: a JSON array for
 * `artifacts: reports: codequality`.
 *
 * GitLab shows one of several entries that have one fingerprint: ours are distinct.  Its five
 * severities are more than we have levels; none of ours blocks.
 * Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
#include "report/report.h"

#include "base/json.h"
#include "report/view.h"

static void write_finding(struct json_writer *to, struct arena *scratch,
                          const struct report_data *data, const struct finding *finding)
{
    static const char *const severities[] = {
        [LEVEL_NONE] = "info",
        [LEVEL_NOTE] = "info",
        [LEVEL_WARNING] = "major",
        [LEVEL_ERROR] = "critical",
    };
    const struct place *at = &finding->location;
    json_open_object(to, NULL);
    json_write_string(to, "description", finding->message);
    json_write_string(to, "check_name", finding->rule->id);
    json_write_string(to, "fingerprint", finding->fingerprint);
    json_write_string(to, "severity", severities[finding->level]);
    json_open_object(to, "location");
    json_write_string(to, "path", view_file(scratch, data, at));
    json_open_object(to, "lines");
    json_write_integer(to, "begin", at->line > 0 ? at->line : 1);
    json_close(to);
    json_close(to);
    json_close(to);
}

static void write_gitlab(struct strbuf *out, const struct report_data *data,
                         const struct report_options *options)
{
    (void)options;
    struct arena *scratch = arena_create();
    struct json_writer to;
    json_writer_init(&to, out);
    json_open_array(&to, NULL);
    for (uint32_t i = 0; i < data->findings.n; i++) {
        write_finding(&to, scratch, data, &data->findings.at[i]);
    }
    json_close(&to);
    arena_destroy(scratch);
}

const struct report_writer report_gitlab = {
    .name = "gitlab",
    .summary = "for GitLab: a Code Quality report",
    .findings_only = true,
    .write = write_gitlab,
};
