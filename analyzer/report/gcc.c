/*
 * gcc.c - one line a finding as gcc writes its diagnostics, the path as notes below it.
 *
 * `file:line:column: level: message [rule]` is what most editors, `make` modes and CI log scanners
 * know; notes belong to the line above them.  Nothing else is written: what was analysed is said on
 * standard error.
 */
#include "report/report.h"

#include "report/steps.h"
#include "report/view.h"

static void write_line(const struct step_writer *to, const struct place *place, const char *text)
{
    prose_add(to->prose, COLOUR_NONE,
              arena_printf(to->scratch, "%s: %s", steps_place(to, place), text));
    strbuf_addc(to->prose->out, '\n');
}

static void write_note(const struct step_writer *to, const struct place *place, const char *text)
{
    write_line(to, place, arena_printf(to->scratch, "note: %s", text));
}

static void write_steps(const struct step_writer *to, const struct step *steps, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct place *at = &steps[i].at;
        write_note(to, at, steps_words(to, &steps[i]));
        if (at->macro && at->spelling_file) {
            struct place written = {at->spelling_file, at->spelling_line, at->spelling_column,
                                    NULL, NULL, 0, 0, at->system};
            write_note(to, &written, arena_printf(to->scratch, "in macro %s", at->macro));
        }
    }
}

static void write_finding(const struct step_writer *to, const struct finding *finding)
{
    write_line(to, &finding->location,
               arena_printf(to->scratch, "%s: %s [%s]", level_name(finding->level),
                            finding->message, finding->rule->id));
    if (finding->paths.n > 0) {
        const struct path *path = &finding->paths.at[0];
        write_note(to, &path->root->at,
                   arena_printf(to->scratch, "%s %s %s", view_root_caller(path->root->kind),
                                path->root->function, phases_words(to->scratch, path->phases)));
        write_steps(to, path->steps.at, path->steps.n);
    }
    for (uint32_t i = 0; i < finding->flows.n; i++) {
        const struct flow *flow = &finding->flows.at[i];
        if (flow->steps.n > 0) {
            write_note(to, &flow->steps.at[0].at,
                       arena_printf(to->scratch, "with: %s%s%s", flow->root ? flow->root : "",
                                    flow->root ? " " : "", flow->label ? flow->label : ""));
            write_steps(to, flow->steps.at, flow->steps.n);
        }
    }
}

static void write_gcc(struct strbuf *out, const struct report_data *data,
                      const struct report_options *options)
{
    (void)options;
    struct arena *scratch = arena_create();
    struct strbuf text;
    strbuf_init(&text, scratch);
    struct prose prose = {.out = &text};
    struct step_writer to = {&prose, scratch, sources_create(scratch), data};
    for (uint32_t i = 0; i < data->findings.n; i++) {
        write_finding(&to, &data->findings.at[i]);
    }
    strbuf_add(out, text.text, text.len);
    arena_destroy(scratch);
}

const struct report_writer report_gcc = {
    .name = "gcc",
    .summary = "for editors and log scanners: as gcc, the path as notes",
    .findings_only = true,
    .write = write_gcc,
};
