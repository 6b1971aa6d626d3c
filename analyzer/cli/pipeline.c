/*
 * pipeline.c - project -> facts -> program -> walk -> verdict -> report, one module after the
 * other.
 */
#include "cli/pipeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/kept.h"
#include "cli/units.h"
#include "cli/why.h"
#include "facts/text.h"
#include "report/report.h"
#include "verdict/baseline.h"
#include "verdict/suppress.h"
#include "verdict/verdict.h"
#include "walk/walk.h"

/* What one run collects. */
struct collection {
    struct arena *arena; /* the run's */
    struct run *run;
    const char *target; /* shown with the module's name; NULL: there is only one */
    struct report_data data;
    struct verdict_options verdict;
    uint32_t n_roots;
    uint32_t n_modules; /* that --module did not leave out */
    uint32_t limit_hits[LIMIT_KINDS];
    struct why_run why; /* --why */
    struct suppressions *suppressions;
    struct baseline *baseline; /* --baseline; NULL: none */
    struct baseline *old;      /* what --write-baseline replaces; NULL: nothing */
};

/* ---- one module ---- */

/* What a module's walk is searched again with. */
struct again {
    struct collection *collection;
    struct walk *walk;     /* NULL: it was not walked in this run */
    uint32_t module, part; /* of the project, without a walk */
};

static const struct reach *search_around(void *data, const struct walk_stops *stops)
{
    struct again *again = data;
    struct collection *c = again->collection;
    const struct program *program = NULL;
    if (again->walk == NULL) {
        program = run_link(c->run, again->module, again->part);
        again->walk = program != NULL ? walk_start(c->arena, program) : NULL;
    }
    if (again->walk == NULL) { /* its sources are gone meanwhile: no other path is known */
        return ARENA_NEW(c->arena, struct reach);
    }
    return copy_reach(c->arena, walk_around(again->walk, stops), c->data.root_folder);
}

/* Adds the module's findings, without those that its sources suppress. */
static void judge_reach(struct collection *c, const struct reach *kept, struct again *again)
{
    struct verdict_options options = c->verdict;
    options.suppressions = c->suppressions;
    options.around = search_around;
    options.around_data = again;
    options.mark_all_needed = c->run->options->warn_unused_suppressions;
    verdict_add(c->arena, &c->data, kept, &options);
}

/* Reads the module's own files, so that those are known that suppress nothing. */
static void read_suppressions(struct collection *c, const struct program *program)
{
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t i = 0; i < unit->files.n; i++) {
            if (!unit->files.at[i].system) {
                suppressions_add(c->suppressions, unit->files.at[i].path);
            }
        }
    }
}

static void begin_module(struct collection *c)
{
    c->n_modules++;
    if (c->suppressions == NULL) {
        c->suppressions =
            suppressions_create(c->arena, c->run->packs, c->run->options->bare_nolint);
    }
}

/* Counts what a module reaches.  Returns false if nothing in it runs at load. */
static bool count_reach(struct collection *c, const struct reach *reach)
{
    uint32_t n_roots = 0;
    for (uint32_t i = 0; i < reach->roots.n; i++) {
        n_roots += reach->roots.at[i].phases != 0 ? 1 : 0;
    }
    c->n_roots += n_roots;
    for (uint32_t i = 0; i < LIMIT_KINDS; i++) {
        c->limit_hits[i] += reach->limit_hits[i];
    }
    if (n_roots == 0 && c->run->options->verbose) {
        diag_note(c->run->diag, reach->module, "no DllMain and nothing else runs at load");
    }
    return n_roots > 0;
}

static const char *name_with_target(const struct collection *c, const char *module)
{
    return c->target == NULL ? module : arena_printf(c->arena, "%s (%s)", module, c->target);
}

static void judge_module(void *data, struct arena *arena, const struct program *program)
{
    struct collection *c = data;
    begin_module(c);
    if (c->run->options->why.n > 0) {
        why_add(&c->why, c->run, &c->data, program);
        return;
    }
    struct walk *walk = walk_start(arena, program);
    struct reach *kept = copy_reach(c->arena, walk_reach(walk), c->data.root_folder);
    run_remember(c->run, kept);
    if (!count_reach(c, kept)) {
        return;
    }
    struct reach *named = ARENA_NEW(c->arena, struct reach);
    *named = *kept;
    named->module = name_with_target(c, kept->module);
    if (c->run->options->warn_unused_suppressions) {
        read_suppressions(c, program);
    }
    judge_reach(c, named, &(struct again){.collection = c, .walk = walk});
}

static void judge_known(void *data, const struct reach *reach, uint32_t module, uint32_t part)
{
    struct collection *c = data;
    begin_module(c);
    if (count_reach(c, reach)) {
        struct reach *named = ARENA_NEW(c->arena, struct reach);
        *named = *reach;
        named->module = name_with_target(c, reach->module);
        judge_reach(c, named, &(struct again){.collection = c, .module = module, .part = part});
    }
}

/* ---- reports ---- */

bool pipeline_write(struct arena *arena, const char *path, const struct strbuf *text,
                    struct diag *diag)
{
    if (path == NULL || strcmp(path, "-") == 0) {
        (void)os_write_descriptor(1, text->text, text->len);
        return true;
    }
    const char *error = os_write_file(arena, path, text->text, text->len);
    if (error != NULL) {
        diag_error(diag, path, "cannot be written: %s", error);
    }
    return error == NULL;
}

/* Lays text out for the terminal at a descriptor, if there is one: as wide as COLUMNS or else the
 * terminal itself says. */
static void look_like_terminal(struct arena *arena, struct report_options *options, int descriptor)
{
    enum { NARROWEST = 20, WIDEST = 400 };
    const char *columns = os_environment(arena, "COLUMNS");
    uint32_t width = columns == NULL ? 0 : (uint32_t)strtoul(columns, NULL, 10);
    width = width > 0 ? width : os_terminal_columns(descriptor);
    options->terminal = os_is_terminal(descriptor);
    options->width = 0;
    if (options->terminal && width > 0) {
        options->width = width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
    }
}

/* What the lines of a format do not say, on standard error. */
static void write_summary(struct collection *c, const struct report_options *options)
{
    struct strbuf out;
    strbuf_init(&out, c->arena);
    report_summary(&out, &c->data, options);
    (void)os_write_descriptor(2, out.text, out.len);
}

static bool write_report(struct collection *c, const char *format, const char *path, int descriptor)
{
    const struct report_writer *writer = report_find(format);
    struct strbuf out;
    strbuf_init(&out, c->arena);
    struct report_options options = {
        .tool_version = DLLMAIN_LINT_VERSION,
        .colour = options_want_colour(c->arena, c->run->options, path == NULL ? descriptor : -1),
        .information_uri = DLLMAIN_LINT_HOMEPAGE[0] != '\0' ? DLLMAIN_LINT_HOMEPAGE : NULL,
        .repository_uri = c->run->options->repository,
        .revision = c->run->options->revision,
        .category = c->run->options->sarif_category,
        .automation_id = c->run->options->sarif_id,
        .embed = c->run->options->sarif_embed,
        .max_paths = c->run->options->max_paths,
        .verbose = c->run->options->verbose,
        .show_unchanged = c->run->options->show_unchanged,
        .sarif_unchanged = c->run->options->sarif_unchanged,
        .show_suppressed = c->run->options->show_suppressed,
        .sarif_suppressed = c->run->options->sarif_suppressed,
        .incomplete = c->run->n_failed > 0 && !c->run->options->keep_going};
    if (path == NULL) {
        look_like_terminal(c->arena, &options, descriptor);
    }
    writer->write(&out, &c->data, &options);
    bool good = path == NULL && descriptor == 2
                    ? os_write_descriptor(2, out.text, out.len)
                    : pipeline_write(c->arena, path, &out, c->run->diag);
    if (writer->findings_only && !c->run->options->quiet) {
        options.colour = options_want_colour(c->arena, c->run->options, 2);
        look_like_terminal(c->arena, &options, 2);
        write_summary(c, &options);
    }
    return good;
}

static bool write_reports(struct collection *c)
{
    const struct options *options = c->run->options;
    bool good =
        write_report(c, options->format, options->output, options->report_to_stderr ? 2 : 1);
    const struct {
        const char *format, *file;
    } others[] = {{"sarif", options->sarif},
                  {"json", options->json},
                  {"html", options->html},
                  {"dot", options->dot}};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (others[i].file != NULL) {
            good &= write_report(c, others[i].format, others[i].file, 1);
        }
    }
    return good;
}

static void write_stats(const struct collection *c, uint64_t started)
{
    uint64_t spent = os_milliseconds() - started;
    diag_note(
        c->run->diag, NULL,
        "stats: %u modules with roots, %u roots, %u units (%u in part, %u failed), "
        "%llu.%03llu s, %llu MiB",
        c->data.modules.n, c->n_roots, c->run->n_complete + c->run->n_partial + c->run->n_failed,
        c->run->n_partial, c->run->n_failed, (unsigned long long)(spent / 1000),
        (unsigned long long)(spent % 1000), (unsigned long long)(os_peak_memory_kib() / 1024));
    if (c->run->n_reused > 0) {
        diag_note(c->run->diag, NULL, "stats: %u of the units are from the cache",
                  c->run->n_reused);
    }
    if (c->run->n_recalled > 0) {
        diag_note(c->run->diag, NULL, "stats: %u modules are as they were when last walked",
                  c->run->n_recalled);
    }
    if (c->run->n_skipped > 0) {
        diag_note(c->run->diag, NULL,
                  "stats: %u units were not parsed, as nothing in their modules can run at load",
                  c->run->n_skipped);
    }
    for (uint32_t i = 0; i < LIMIT_KINDS; i++) {
        if (c->limit_hits[i] > 0) {
            diag_note(c->run->diag, NULL, "stats: limit '%s' of %u %s was hit at %u place%s",
                      limits[i].name, limits[i].value, limits[i].what, c->limit_hits[i],
                      c->limit_hits[i] == 1 ? "" : "s");
        }
    }
}

/* ---- what must be said ---- */

/* The Debian package that has mingw-w64's headers for a target. */
static const char *header_package(const char *target)
{
    return text_starts(target, "i686") || text_starts(target, "i386") ? "mingw-w64-i686-dev"
                                                                      : "mingw-w64-x86-64-dev";
}

/* Says which header was not found; windows.h itself is an error, as nothing can be known without
 * it. */
static void explain_missing_header(struct run *run)
{
    if (run->missing_header == NULL) {
        return;
    }
    const char *target =
        run->project == NULL || run->project->jobs.n == 0 ? "" : run->project->jobs.at[0].target;
    if (text_same_nocase(run->missing_header, "windows.h")) {
        diag_error(run->diag, run->missing_in,
                   "'%s' was not found: without it no Windows type is known.  Install Debian's "
                   "package %s, or name a folder that has it with `-isystem DIR` among the flags",
                   run->missing_header, header_package(target));
        return;
    }
    diag_warning(run->diag, run->missing_in,
                 "'%s' was not found; code that needs it is analysed only in part%s",
                 run->missing_header,
                 run->options->verbose ? "" : " (-v lists the files that were parsed in part)");
}

static const char *no_roots_hint(const struct run *run)
{
    if (run->executable != NULL) {
        return arena_printf(run->arena,
                            "%s makes a program of these files, which has no DllMain: leave that "
                            "file out, or name the entry point of the DLL with --entry NAME",
                            run->executable);
    }
    if (run->n_partial > 0) {
        return "the files have errors: -v lists them";
    }
    return "name the entry point with --entry NAME if it is called otherwise";
}

/* True if something that is needed was not analysed. */
static bool is_incomplete(const struct run *run)
{
    return run->n_failed > 0 ||
           (run->missing_header != NULL && text_same_nocase(run->missing_header, "windows.h"));
}

static int status_of(const struct collection *c, bool written)
{
    const struct run *run = c->run;
    if (!written || (is_incomplete(run) && !run->options->keep_going)) {
        return STATUS_FAILED;
    }
    if (run->options->write_baseline != NULL) {
        return STATUS_CLEAN; /* all that was found is known now */
    }
    for (int level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
        if (c->data.n_level[level] > 0 && level >= (int)run->options->fail_on) {
            return STATUS_FINDINGS;
        }
    }
    return STATUS_CLEAN;
}

/* Entries of the database that made no unit are in the coverage like units that failed. */
static void add_missing_cut(struct collection *c)
{
    const struct project *project = c->run->project;
    uint32_t n = project == NULL ? 0 : project->n_missing + project->n_bad;
    if (n == 0 || project->origin == NULL) {
        return;
    }
    const char *detail =
        arena_printf(c->arena,
                     "%u of its entries could not be analysed: a source does not exist, or "
                     "the entry is not understood",
                     n);
    struct place at = {.file = project->origin, .line = 1, .column = 1};
    VEC_PUSH(c->arena, &c->data.coverage.cuts, ((struct cut){"failed-unit", at, detail}));
}

/* ---- baseline ---- */

/* Reads the baselines before anything is parsed. */
static bool read_baselines(struct collection *c)
{
    const struct options *options = c->run->options;
    if (options->baseline != NULL) {
        c->baseline = baseline_read(c->arena, options->baseline, c->run->diag);
    }
    if (options->write_baseline != NULL && os_is_file(options->write_baseline)) {
        c->old = baseline_read(c->arena, options->write_baseline, c->run->diag);
        if (c->old == NULL) {
            return false;
        }
    }
    return options->baseline == NULL || c->baseline != NULL;
}

/* Holds back what is known, and writes what will be. */
static bool use_baselines(struct collection *c)
{
    const struct options *options = c->run->options;
    struct baseline_scope scope = {options->rules, options->modules.n > 0, is_incomplete(c->run)};
    if (c->baseline != NULL) {
        baseline_apply(c->arena, c->baseline, &c->data, &scope);
    }
    if (options->write_baseline == NULL) {
        return true;
    }
    if (scope.incomplete && !options->keep_going) {
        diag_error(c->run->diag, options->write_baseline,
                   "not written: what could not be analysed would be missing");
        return false;
    }
    struct strbuf out;
    strbuf_init(&out, c->arena);
    uint32_t n = baseline_write(&out, &c->data, c->old, &scope);
    if (!pipeline_write(c->arena, options->write_baseline, &out, c->run->diag)) {
        return false;
    }
    diag_note(c->run->diag, options->write_baseline, "%u finding%s written as known", n,
              n == 1 ? "" : "s");
    return true;
}

/* Says what there is to say and writes the reports. */
static int finish(struct collection *c, uint64_t started)
{
    struct run *run = c->run;
    add_missing_cut(c);
    verdict_finish(c->arena, &c->data);
    c->data.coverage.analysed = run->n_complete;
    c->data.coverage.partial = run->n_partial;
    c->data.coverage.failed = run->n_failed;
    c->data.coverage.skipped = run->n_skipped;
    explain_missing_header(run);
    if (c->n_modules == 0 && run->options->modules.n > 0) {
        diag_error(run->diag, NULL, "no module is called '%s'; `dump project` lists them",
                   run->options->modules.at[0]);
        return STATUS_FAILED;
    }
    if (run->options->why.n > 0) {
        return why_finish(&c->why, run);
    }
    if (c->n_roots == 0) {
        const char *file = run->options->files.n > 0 ? run->options->files.at[0] : NULL;
        diag_error(run->diag, file != NULL ? file : run->project->origin,
                   "no DllMain was found, and nothing else that runs under the loader lock: "
                   "nothing was checked; %s",
                   no_roots_hint(run));
        return STATUS_FAILED;
    }
    struct suppressions_telling telling = {c->data.root_folder, run->options->rules,
                                           run->options->warn_unused_suppressions};
    suppressions_tell(c->suppressions, &telling, run->diag);
    bool written = use_baselines(c);
    written &= write_reports(c);
    if (run->options->stats) {
        write_stats(c, started);
    }
    return status_of(c, written);
}

static bool format_is_known(const char *format, struct diag *diag)
{
    if (report_find(format) != NULL) {
        return true;
    }
    const char *names[16];
    size_t n = 0;
    struct arena *scratch = arena_create();
    struct strbuf list;
    strbuf_init(&list, scratch);
    for (; report_writers[n] != NULL && n < 16; n++) {
        names[n] = report_writers[n]->name;
        const char *before = n == 0 ? "" : report_writers[n + 1] == NULL ? " or " : ", ";
        strbuf_printf(&list, "%s%s", before, names[n]);
    }
    const char *nearest = text_nearest(format, names, n);
    if (nearest == NULL) {
        diag_error(diag, NULL, "'--format' expects %s, found '%s'", list.text, format);
    } else {
        diag_error(diag, NULL, "'--format' expects %s, found '%s'; did you mean '%s'?", list.text,
                   format, nearest);
    }
    arena_destroy(scratch);
    return false;
}

int pipeline_run(struct arena *arena, const struct options *options, struct diag *diag)
{
    uint64_t started = os_milliseconds();
    if (!format_is_known(options->format, diag)) {
        return STATUS_FAILED;
    }
    struct run run = {.arena = arena, .options = options, .diag = diag};
    struct collection c = {.arena = arena, .run = &run, .verdict = {.rules = options->rules}};
    if (!read_baselines(&c)) {
        return STATUS_FAILED;
    }
    uint32_t n_targets = options->targets.n > 0 ? options->targets.n : 1;
    for (uint32_t t = 0; t < n_targets; t++) {
        const char *target = options->targets.n > 0 ? options->targets.at[t] : NULL;
        if (!run_start(&run, target)) {
            return STATUS_FAILED;
        }
        c.target = n_targets > 1 ? target : NULL;
        c.data.packs = run.packs;
        c.data.root_folder = run.project->root;
        run_modules(&(struct visitor){
            .run = &run, .visit = judge_module, .recall = judge_known, .data = &c});
    }
    return finish(&c, started);
}

/* ---- extract and link ---- */

/* Adds a path as make reads it. */
static void add_dependency(struct strbuf *out, const char *path)
{
    for (; *path != '\0'; path++) {
        if (*path == '$') {
            strbuf_addc(out, '$');
        } else if (strchr(" #\\", *path) != NULL) {
            strbuf_addc(out, '\\');
        }
        strbuf_addc(out, *path);
    }
}

/* Writes what the facts depend on, a line for each file. */
static bool write_depfile(struct run *run, const struct unit *unit)
{
    const struct options *options = run->options;
    struct strbuf out;
    strbuf_init(&out, run->arena);
    add_dependency(&out, options->output);
    strbuf_addc(&out, ':');
    for (uint32_t i = 0; i < unit->files.n; i++) {
        strbuf_adds(&out, " \\\n  ");
        add_dependency(&out, unit->files.at[i].path);
    }
    strbuf_addc(&out, '\n');
    return pipeline_write(run->arena, options->depfile, &out, run->diag);
}

int pipeline_extract(struct arena *arena, const struct options *options, struct diag *diag)
{
    struct run run = {.arena = arena, .options = options, .diag = diag};
    if (!run_start(&run, options->targets.n > 0 ? options->targets.at[0] : NULL)) {
        return STATUS_FAILED;
    }
    const struct unit *unit = run_unit(&run, arena, 0);
    if (unit->status == UNIT_FAILED) {
        return STATUS_FAILED;
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    facts_write(&out, unit);
    explain_missing_header(&run);
    bool written = pipeline_write(arena, options->output, &out, diag) &&
                   (options->depfile == NULL || write_depfile(&run, unit));
    return written ? STATUS_CLEAN : STATUS_FAILED;
}

/* Reads a unit.  Where there are no facts the unit is a failed one, or with keep_going off NULL
 * after a diag_error(). */
static const struct unit *read_facts(const struct run *run, const char *path)
{
    size_t len = 0;
    const char *error = NULL;
    const char *text = os_read_file(run->arena, path, &len, &error);
    const struct unit *unit = text == NULL ? NULL : facts_read(run->arena, text, len, &error);
    if (unit != NULL) {
        return unit;
    }
    const char *why =
        text == NULL
            ? arena_printf(run->arena, "cannot be read: %s", error)
            : arena_printf(run->arena,
                           "no facts of this version: %s; make them again with `extract`", error);
    if (run->options->keep_going) {
        return failed_unit(run->arena, path, why);
    }
    diag_error(run->diag, path, "%s", why);
    return NULL;
}

/* The folder that all units' sources have in common, for relative names. */
static const char *common_root(struct arena *arena, const struct options *options,
                               const struct unit *const *units, uint32_t n_units)
{
    if (options->source_root != NULL) {
        return path_join(arena, os_current_folder(arena), options->source_root);
    }
    const char **files = ARENA_NEW_N(arena, const char *, n_units);
    uint32_t n_files = 0;
    for (uint32_t i = 0; i < n_units; i++) {
        if (units[i]->status != UNIT_FAILED) { /* it may bear the name of its facts */
            files[n_files++] = units[i]->main_file;
        }
    }
    return path_common_dir(arena, files, n_files);
}

int pipeline_link(struct arena *arena, const struct options *options, struct diag *diag)
{
    uint64_t started = os_milliseconds();
    struct run run = {.arena = arena, .options = options, .diag = diag};
    struct collection c = {.arena = arena, .run = &run, .verdict = {.rules = options->rules}};
    run.packs = load_packs(arena, options, diag);
    if (run.packs == NULL || !format_is_known(options->format, diag) || !read_baselines(&c)) {
        return STATUS_FAILED;
    }
    const struct unit **units = ARENA_NEW_N(arena, const struct unit *, options->files.n);
    for (uint32_t i = 0; i < options->files.n; i++) {
        units[i] = read_facts(&run, options->files.at[i]);
        if (units[i] == NULL) {
            return STATUS_FAILED;
        }
        run_count(&run, units[i]);
    }
    c.data.packs = run.packs;
    c.data.root_folder = common_root(arena, options, units, options->files.n);
    struct program_input whole = {.module = path_stem(arena, options->files.at[0]),
                                  .packs = run.packs,
                                  .units = units,
                                  .n_units = options->files.n,
                                  .entry = options->entry,
                                  .delayed = delayed_names(arena, options, NULL)};
    if (whole.delayed != NULL && !packs_add_exports(arena, run.packs, whole.delayed, diag)) {
        return STATUS_FAILED;
    }
    struct visitor visitor = {.run = &run, .visit = judge_module, .data = &c};
    run_split(&visitor, arena, units, &whole);
    return finish(&c, started);
}
