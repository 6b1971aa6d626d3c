/*
 * github.c - one line a finding as GitHub Actions turns it into an annotation of the source.
 *
 * `::error file=F,line=L,endLine=L,col=C,title=T::message`, the path below the message.  Text
 * escapes '%', CR and LF; a property ':' and ',', too.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
#include "report/report.h"

#include <string.h>

#include "report/source.h"
#include "report/utf.h"
#include "report/view.h"

/* What every function here needs. */
struct github_report {
    struct strbuf *out;
    struct arena *scratch;
    struct sources *sources;
    const struct report_data *data;
};

/* Appends text; the bytes that `escaped` has, and all control characters, as "%0A". */
static void add_escaped(struct github_report *report, const char *text, const char *escaped)
{
    const char *clean = utf_clean(report->scratch, text, strlen(text));
    for (; *clean != '\0'; clean++) {
        unsigned char c = (unsigned char)*clean;
        if (c < 0x20 || c == 0x7f || strchr(escaped, *clean)) {
            strbuf_printf(report->out, "%%%02X", c);
        } else {
            strbuf_addc(report->out, *clean);
        }
    }
}

static void add_property(struct github_report *report, const char *key, const char *value)
{
    strbuf_printf(report->out, "%s=", key);
    add_escaped(report, value, "%:,");
}

/* "\nPath: DllMain > init > LoadLibraryW". */
static const char *path_text(struct arena *arena, const struct finding *finding)
{
    struct strbuf text;
    strbuf_init(&text, arena);
    if (finding->paths.n > 0) {
        const struct path *path = &finding->paths.at[0];
        strbuf_adds(&text, "\nPath: ");
        for (uint32_t i = 0; i < path->steps.n; i++) {
            const char *function = path->steps.at[i].function;
            strbuf_printf(&text, "%s > ", function ? function : "?");
        }
        strbuf_adds(&text, path->sink);
    }
    return text.text;
}

static void write_finding(struct github_report *report, const struct finding *finding)
{
    static const char *const commands[] = {
        [LEVEL_NONE] = "notice",
        [LEVEL_NOTE] = "notice",
        [LEVEL_WARNING] = "warning",
        [LEVEL_ERROR] = "error",
    };
    const struct place *at = &finding->location;
    uint32_t line = at->line > 0 ? at->line : 1;
    strbuf_printf(report->out, "::%s ", commands[finding->level]);
    add_property(report, "file", view_file(report->scratch, report->data, at));
    strbuf_printf(report->out, ",line=%u,endLine=%u,col=%u,", line, line,
                  source_column(report->sources, at));
    add_property(report, "title",
                 arena_printf(report->scratch, "%s %s", finding->rule->id, finding->rule->name));
    strbuf_adds(report->out, "::");
    add_escaped(report, finding->message, "%");
    add_escaped(report, path_text(report->scratch, finding), "%");
    strbuf_addc(report->out, '\n');
}

static void write_github(struct strbuf *out, const struct report_data *data,
                         const struct report_options *options)
{
    (void)options;
    struct arena *scratch = arena_create();
    struct github_report report = {out, scratch, sources_create(scratch), data};
    for (uint32_t i = 0; i < data->findings.n; i++) {
        write_finding(&report, &data->findings.at[i]);
    }
    arena_destroy(scratch);
}

const struct report_writer report_github = {
    .name = "github",
    .summary = "for GitHub Actions: annotations, one line a finding",
    .findings_only = true,
    .write = write_github,
};
