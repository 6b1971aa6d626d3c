/*
 * summary.c - the last lines of a report for people: how much was checked, what was found.
 *
 * A clean run says what it checked, and what it could not: silence would be mistaken for safety.
 */
#include "report/summary.h"

#include <string.h>

#include "report/view.h"

enum { PLACES_SHOWN = 3, COVERAGE_INDENT = 10, CUT_INDENT = 12 };

enum { WIDTH = 100 }; /* where nobody says how wide the window is */

struct prose prose_for(struct strbuf *out, const struct report_options *options)
{
    return (struct prose){.out = out,
                          .width = options->width ? options->width : WIDTH,
                          .colour = options->colour,
                          .terminal = options->terminal};
}

static void add_count(struct strbuf *out, uint32_t n, const char *one, const char *many)
{
    strbuf_printf(out, "%u %s", n, n == 1 ? one : many);
}

static uint32_t units_total(const struct report_data *data)
{
    const struct coverage *coverage = &data->coverage;
    uint32_t n = coverage->analysed + coverage->partial + coverage->failed;
    for (uint32_t i = 0; n == 0 && i < data->modules.n; i++) {
        n += data->modules.at[i].n_units;
    }
    return n;
}

/* Files that were read: those that could not be are no part of what was checked. */
static uint32_t units_checked(const struct report_data *data)
{
    const struct coverage *coverage = &data->coverage;
    uint32_t n = coverage->analysed + coverage->partial;
    return n == 0 && coverage->failed == 0 ? units_total(data) : n;
}

static void add_units(struct prose *prose, const struct report_data *data)
{
    const struct coverage *coverage = &data->coverage;
    uint32_t total = units_total(data);
    struct strbuf line;
    strbuf_init(&line, prose->out->arena);
    if (coverage->partial > 0) {
        strbuf_printf(&line, "%u of ", coverage->partial);
        add_count(&line, total, "file", "files");
        strbuf_adds(&line, " parsed only in part");
    }
    if (coverage->failed > 0) {
        strbuf_printf(&line, "%s%u of ", line.len > 0 ? "; " : "", coverage->failed);
        add_count(&line, total, "file", "files");
        strbuf_adds(&line, " could not be analysed");
    }
    prose_paragraph(prose, COVERAGE_INDENT, "coverage:", line.text);
}

static const char *cut_place(struct arena *arena, const struct report_data *data,
                             const struct cut *cut)
{
    const char *file = view_file(arena, data, &cut->at);
    return cut->at.line == 0 ? file : arena_printf(arena, "%s:%u", file, cut->at.line);
}

/* The first places of a kind; one that two cuts share stands once. */
static const char *first_places(struct arena *arena, const struct report_data *data, uint32_t kind)
{
    struct strbuf places;
    strbuf_init(&places, arena);
    uint32_t n_shown = 0;
    uint32_t n_more = 0;
    const char *last = "";
    for (uint32_t i = 0; i < data->coverage.cuts.n; i++) {
        const struct cut *cut = &data->coverage.cuts.at[i];
        const char *place = cut_place(arena, data, cut);
        if (view_cut_index(cut->kind) != kind || strcmp(place, last) == 0) {
            continue;
        }
        last = place;
        if (n_shown < PLACES_SHOWN) {
            strbuf_printf(&places, "%s%s", n_shown > 0 ? ", " : "", place);
            n_shown++;
        } else {
            n_more++;
        }
    }
    if (n_more > 0) {
        strbuf_printf(&places, " and %u more place%s (-v lists them)", n_more,
                      n_more == 1 ? "" : "s");
    }
    return places.text;
}

/* Every cut of a kind with its detail, one a line. */
static void list_cuts(struct prose *prose, const struct report_data *data, uint32_t kind)
{
    struct arena *arena = prose->out->arena;
    for (uint32_t i = 0; i < data->coverage.cuts.n; i++) {
        const struct cut *cut = &data->coverage.cuts.at[i];
        if (view_cut_index(cut->kind) == kind) {
            const char *place = cut_place(arena, data, cut);
            const char *detail = cut->detail != NULL ? cut->detail : "";
            prose_paragraph(prose, CUT_INDENT, "",
                            *detail == '\0' ? place : arena_printf(arena, "%s: %s", place, detail));
        }
    }
}

/* One line for all cuts of a kind: number, words, the first places; below it all of them if
 * `verbose`. */
static void add_cuts(struct prose *prose, const struct report_data *data, uint32_t kind,
                     bool verbose)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < data->coverage.cuts.n; i++) {
        n += view_cut_index(data->coverage.cuts.at[i].kind) == kind ? 1 : 0;
    }
    if (n == 0) {
        return;
    }
    struct strbuf line;
    strbuf_init(&line, prose->out->arena);
    add_count(&line, n, view_cuts[kind].one, view_cuts[kind].many);
    if (!verbose) {
        strbuf_printf(&line, ": %s", first_places(line.arena, data, kind));
    }
    prose_paragraph(prose, COVERAGE_INDENT, "coverage:", line.text);
    if (verbose) {
        list_cuts(prose, data, kind);
    }
}

void summary_coverage(struct prose *prose, const struct report_data *data, bool verbose)
{
    add_units(prose, data);
    for (uint32_t kind = 0;; kind++) {
        add_cuts(prose, data, kind, verbose);
        if (!view_cuts[kind].kind) {
            return;
        }
    }
}

static void add_levels(struct strbuf *out, const struct report_data *data)
{
    static const char *const words[][2] = {
        [LEVEL_NOTE] = {"note", "notes"},
        [LEVEL_WARNING] = {"warning", "warnings"},
        [LEVEL_ERROR] = {"error", "errors"},
    };
    const char *before = "";
    for (enum level level = LEVEL_ERROR; level >= LEVEL_NOTE; level--) {
        if (data->n_level[level] > 0) {
            strbuf_printf(out, "%s%u %s%s", before, data->n_level[level],
                          data->baseline.given ? "new " : "",
                          words[level][data->n_level[level] == 1 ? 0 : 1]);
            before = ", ";
        }
    }
    if (*before == '\0') {
        strbuf_adds(out, data->baseline.given ? "no new findings" : "no findings");
    }
}

/* What is not among the findings that are shown. */
static void add_held_back(struct strbuf *out, const struct report_data *data)
{
    uint32_t n = view_n_suppressed(data);
    const struct baseline_counts *baseline = &data->baseline;
    if (baseline->given) {
        strbuf_printf(out, "; %u unchanged, %u %s since the baseline", baseline->n_unchanged,
                      baseline->n_fixed,
                      baseline->incomplete ? "not found (files are missing)" : "fixed");
    }
    if (n > 0) {
        strbuf_printf(out, "; %u suppressed", n);
    }
}

void summary_line(struct prose *prose, const struct report_data *data)
{
    uint32_t n_roots = 0;
    for (uint32_t i = 0; i < data->modules.n; i++) {
        n_roots += data->modules.at[i].roots.n;
    }
    struct strbuf line;
    strbuf_init(&line, prose->out->arena);
    add_count(&line, data->modules.n, "DLL", "DLLs");
    strbuf_adds(&line, ", ");
    add_count(&line, units_checked(data), "file", "files");
    strbuf_adds(&line, ", ");
    add_count(&line, n_roots, "root", "roots");
    strbuf_adds(&line, ": ");
    add_levels(&line, data);
    add_held_back(&line, data);
    if (n_roots == 0) {
        uint32_t at = 0;
        prose_flow(prose, &at, 0, COLOUR_MAGENTA, "NO ROOT FOUND:");
        prose_flow(prose, &at, 0, COLOUR_NONE,
                   " there is no DllMain and nothing else that runs under the loader lock, so "
                   "nothing was checked.");
        strbuf_addc(prose->out, '\n');
    }
    uint32_t column = 0;
    prose_flow(prose, &column, 0, COLOUR_BOLD, line.text);
    strbuf_addc(prose->out, '\n');
}

void report_summary(struct strbuf *out, const struct report_data *data,
                    const struct report_options *options)
{
    struct prose prose = prose_for(out, options);
    summary_coverage(&prose, data, options->verbose);
    summary_line(&prose, data);
}
