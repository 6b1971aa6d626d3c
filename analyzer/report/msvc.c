/*
 * msvc.c - one line a finding as MSBuild and Visual Studio read it: `file(line,column): error
 * DLM101: message`.
 *
 * MSBuild knows the words `error` and `warning` only (its "canonical errors"); VS Code's $msCompile
 * knows `info`, too: that is a note's word here, which fails no build.
 */
#include "report/report.h"

#include "report/prose.h"
#include "report/view.h"

static const char *const words[] = {
    [LEVEL_NONE] = "info",
    [LEVEL_NOTE] = "info",
    [LEVEL_WARNING] = "warning",
    [LEVEL_ERROR] = "error",
};

static void write_msvc(struct strbuf *out, const struct report_data *data,
                       const struct report_options *options)
{
    (void)options;
    struct arena *scratch = arena_create();
    struct sources *sources = sources_create(scratch);
    struct strbuf text;
    strbuf_init(&text, scratch);
    struct prose prose = {.out = &text};
    for (uint32_t i = 0; i < data->findings.n; i++) {
        const struct finding *finding = &data->findings.at[i];
        const struct place *at = &finding->location;
        prose_add(&prose, COLOUR_NONE,
                  arena_printf(scratch, "%s(%u,%u): %s %s: %s", view_file(scratch, data, at),
                               at->line > 0 ? at->line : 1, source_column(sources, at),
                               words[finding->level], finding->rule->id, finding->message));
        strbuf_addc(&text, '\n');
    }
    strbuf_add(out, text.text, text.len);
    arena_destroy(scratch);
}

const struct report_writer report_msvc = {
    .name = "msvc",
    .summary = "for MSBuild and Visual Studio: one line a finding",
    .findings_only = true,
    .write = write_msvc,
};
