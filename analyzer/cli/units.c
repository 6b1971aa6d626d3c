/*
 * units.c - loads what a run needs and hands out linked modules one by one.
 *
 * Modules are done in order, each in an arena of its own, so that memory is that of the largest
 * module.
 */
#include "cli/units.h"

#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "cli/demand.h"
#include "cli/progress.h"
#include "cli/tool.h"
#include "facts/resources.h"
#include "facts/text.h"
#include "verdict/verdict.h"

/* ---- starting ---- */

static struct project_request request_of(const struct options *options, const char *target)
{
    return (struct project_request){.build = options->build,
                                    .files = options->files.at,
                                    .n_files = options->files.n,
                                    .flags = options->flags.at,
                                    .n_flags = options->flags.n,
                                    .has_flags = options->has_flags,
                                    .target = target,
                                    .entry = options->entry,
                                    .source_root = options->source_root,
                                    .msc_ver = options->msvc,
                                    .module_specs = options->modules.at,
                                    .n_module_specs = options->modules.n};
}

/* True if --module names this one, or nothing was named. */
static bool is_wanted(const struct options *options, const char *name)
{
    bool wanted = options->modules.n == 0;
    for (uint32_t i = 0; i < options->modules.n; i++) {
        const char *spec = options->modules.at[i];
        size_t len = strcspn(spec, "=");
        wanted |= strncmp(spec, name, len) == 0 && name[len] == '\0';
    }
    return wanted;
}

/* Drops the modules that --module leaves out, so that their units are not parsed. */
static void drop_unwanted_modules(struct run *run)
{
    struct project *project = run->project;
    uint32_t kept = 0;
    for (uint32_t m = 0; m < project->modules.n; m++) {
        const struct module *module = &project->modules.at[m];
        if (module->kind == MODULE_UNKNOWN || is_wanted(run->options, module->name)) {
            project->modules.at[kept++] = *module;
        }
    }
    project->modules.n = kept;
}

/* The order in which run_modules() will ask for jobs; those are left out that only modules have
 * which are known. */
static uint32_t *job_order(struct run *run, uint32_t *n)
{
    struct project *project = run->project;
    uint32_t *order = ARENA_NEW_N(run->arena, uint32_t, project->jobs.n + 1);
    bool *taken = ARENA_NEW_N(run->arena, bool, project->jobs.n + 1);
    *n = 0;
    for (uint32_t m = 0; m < project->modules.n; m++) {
        bool known = run->remembered[m] != NULL;
        for (uint32_t i = 0; i < project->modules.at[m].jobs.n && !known; i++) {
            uint32_t job = project->modules.at[m].jobs.at[i];
            if (!taken[job]) {
                taken[job] = true;
                order[(*n)++] = job;
            }
        }
    }
    return order;
}

/* Entries of the database that make no unit are failures like units that cannot be parsed. */
static void say_what_is_missing(struct run *run)
{
    uint32_t n = run->project->n_missing + run->project->n_bad;
    run->n_failed += n;
    if (n > 0 && !run->options->keep_going) {
        diag_error(run->diag, run->project->origin,
                   "%u of its entries cannot be analysed (--keep-going goes on without them)", n);
    }
}

/* Says that a glob of --rules means no rule; true if each means one. */
static bool rules_exist(struct arena *arena, const struct packs *packs, const char *rules,
                        struct diag *diag)
{
    const char *unmatched = rules == NULL ? NULL : packs_unmatched(arena, packs, rules);
    if (unmatched == NULL) {
        return true;
    }
    const char *nearest = packs_nearest_rule(arena, packs, unmatched);
    diag_error(diag, NULL, "'--rules' expects globs of ids or names of rules, found '%s'%s%s%s",
               unmatched, nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest,
               nearest == NULL ? "" : "'?");
    return false;
}

struct packs *load_packs(struct arena *arena, const struct options *options, struct diag *diag)
{
    struct packs *packs = packs_load_own(arena, options->own, options->rules_folders.at,
                                         options->rules_folders.n, diag);
    if (packs == NULL || !rules_exist(arena, packs, options->rules, diag)) {
        return NULL;
    }
    bool exports = verdict_asks_for(packs, options->rules, "other-dll-call");
    return exports && !packs_add_exports(arena, packs, NULL, diag) ? NULL : packs;
}

const struct dll_names *delayed_names(struct arena *arena, const struct options *options,
                                      const struct module *module)
{
    struct dll_names *names = ARENA_NEW(arena, struct dll_names);
    for (uint32_t i = 0; i < options->delayed.n; i++) {
        VEC_PUSH(arena, &names->list, options->delayed.at[i]);
    }
    for (uint32_t i = 0; module != NULL && i < module->delayed.n; i++) {
        VEC_PUSH(arena, &names->list, module->delayed.at[i]);
    }
    return names->list.n > 0 ? names : NULL;
}

/* Adds what the DLLs export that the modules delay. */
static bool add_delayed(struct run *run)
{
    struct dll_names all = {0};
    for (uint32_t m = 0; m < run->project->modules.n; m++) {
        const struct dll_names *names =
            delayed_names(run->arena, run->options, &run->project->modules.at[m]);
        for (uint32_t i = 0; names != NULL && i < names->list.n; i++) {
            VEC_PUSH(run->arena, &all.list, names->list.at[i]);
        }
    }
    return all.list.n == 0 || packs_add_exports(run->arena, run->packs, &all, run->diag);
}

static void open_cache(struct run *run, const char *worker)
{
    const struct options *options = run->options;
    struct arena *arena = run->arena;
    run->reuse = NULL;
    if (options->no_cache || options->action == ACTION_EXTRACT) { /* hermetic */
        return;
    }
    struct cache_input input = {.folder = options->cache_folder,
                                .bytes = (uint64_t)options->cache_mib << 20,
                                .root = run->project->root};
    run->cache = cache_open(arena, &input);
    if (run->cache != NULL) {
        if (run->tool == NULL) {
            run->tool = tool_identity(arena, worker, cache_folder(run->cache));
            run->identity = tool_own_identity(arena);
        }
        struct reuse_input reuse = {.cache = run->cache,
                                    .project = run->project,
                                    .tool = run->tool,
                                    .resources = facts_resource_folder(arena),
                                    .with_mentions = run_may_drop(run)};
        run->reuse = reuse_start(arena, &reuse);
    }
}

/* Looks for what earlier runs knew of modules; what only a walk can tell is not in that. */
static void open_memo(struct run *run)
{
    const struct options *options = run->options;
    struct arena *arena = run->arena;
    bool asked = options->action == ACTION_ANALYSE && options->why.n == 0 && !options->verbose &&
                 !options->warn_unused_suppressions;
    run->memo = NULL;
    run->record = NULL;
    run->remembered = ARENA_NEW_N(arena, struct memo_record *, run->project->modules.n + 1);
    if (run->reuse == NULL || !asked) {
        return;
    }
    struct memo_input input = {.cache = run->cache,
                               .reuse = run->reuse,
                               .project = run->project,
                               .packs = run->packs,
                               .options = options,
                               .program = run->identity};
    run->memo = memo_start(arena, &input);
    for (uint32_t m = 0; m < run->project->modules.n; m++) {
        run->remembered[m] = memo_get(run->memo, arena, m);
    }
}

/* Drops the jobs whose facts are in the cache. */
static void drop_reused(struct run *run, uint32_t *order, uint32_t *n)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < *n; i++) {
        if (run->reuse == NULL || !reuse_has(run->reuse, order[i])) {
            order[kept++] = order[i];
        }
    }
    *n = kept;
}

static void remove_folder(void *data)
{
    os_remove_folder(data);
}

/* The folder of the preambles; without a cache one that lasts as long as the run. */
static const char *preambles_folder(struct run *run)
{
    if (run->cache != NULL) {
        return cache_preambles(run->cache);
    }
    char *folder =
        arena_printf(run->arena, "%s/dllmain-lint.%llu.%u", os_temporary_folder(run->arena),
                     (unsigned long long)os_process_id(), ++run->n_folders);
    arena_on_destroy(run->arena, remove_folder, folder);
    return folder;
}

static struct preambles *plan_preambles(struct run *run, const struct pool_input *pool)
{
    uint32_t least = run->options->preamble_units;
    if (pool->n_order == 0 || (run->cache == NULL && pool->n_order < least)) {
        return NULL;
    }
    struct preambles_input input = {.jobs = pool->jobs,
                                    .order = pool->order,
                                    .n_order = pool->n_order,
                                    .tool = run->tool != NULL ? run->tool : "",
                                    .resources = facts_resource_folder(run->arena),
                                    .index = run->reuse != NULL ? reuse_index(run->reuse) : NULL,
                                    .least_units = least};
    input.folder = preambles_folder(run);
    os_make_folder(input.folder);
    return preambles_plan(run->arena, &input);
}

/* Says if there is no program that could parse. */
static bool worker_is_there(const struct run *run, const char *worker)
{
    if (worker == NULL) {
        diag_error(
            run->diag, NULL,
            "this program's own file is not known, so no worker can be started; mount /proc");
    } else if (!os_is_file(worker)) {
        diag_error(
            run->diag, worker,
            "the program that parses is missing; install it beside dllmain-lint, both of one "
            "version");
    }
    return worker != NULL && os_is_file(worker);
}

bool run_start(struct run *run, const char *target)
{
    const struct options *options = run->options;
    bool first = run->packs == NULL; /* of several targets */
    if (first) {
        run->packs = load_packs(run->arena, options, run->diag);
    }
    if (run->packs == NULL) {
        return false;
    }
    struct project_request request = request_of(options, target);
    run->project = project_load(run->arena, &request, run->diag);
    if (run->project == NULL) {
        return false;
    }
    say_what_is_missing(run);
    drop_unwanted_modules(run);
    if (first && !add_delayed(run)) {
        return false;
    }
    run->counted = ARENA_NEW_N(run->arena, bool, run->project->jobs.n + 1);
    struct pool_input input = {.jobs = run->project->jobs.at,
                               .n_jobs = run->project->jobs.n,
                               .source_root = run->project->root,
                               .worker = tool_worker(run->arena),
                               .n_workers = options->jobs > 0 ? options->jobs : os_processors(),
                               .timeout = options->timeout,
                               .memory = options->memory};
    if (!worker_is_there(run, input.worker)) {
        return false;
    }
    open_cache(run, input.worker);
    run_drop_idle(run);
    open_memo(run);
    uint32_t *order = job_order(run, &input.n_order);
    drop_reused(run, order, &input.n_order);
    input.order = order;
    input.preambles = plan_preambles(run, &input);
    if (input.n_workers > input.n_order && input.n_order > 0) {
        input.n_workers = input.n_order;
    }
    if (os_is_terminal(2) && !options->quiet && input.n_order > 1) {
        struct progress *progress = ARENA_NEW(run->arena, struct progress);
        progress->started = os_milliseconds();
        progress->columns = os_terminal_columns(2);
        input.progress = progress_show;
        input.progress_data = progress;
    }
    run->pool = pool_start(run->arena, &input);
    return true;
}

/* ---- units ---- */

struct unit *failed_unit(struct arena *arena, const char *file, const char *reason)
{
    struct unit *unit = unit_create(arena);
    unit->main_file = file;
    unit->status = UNIT_FAILED;
    unit->failure = reason;
    return unit;
}

static const struct unit *failed_job(struct arena *arena, const struct job *job, const char *reason)
{
    struct unit *unit = failed_unit(arena, job->file, reason);
    unit->target = job->target;
    unit->cplusplus = job->cplusplus;
    return unit;
}

/* Returns the first header that a unit did not find ("'windows.h' file not found"); NULL: none. */
static const char *missing_header(struct arena *arena, const struct unit *unit)
{
    for (uint32_t i = 0; i < unit->errors.n; i++) {
        const char *message = unit->errors.at[i].message;
        const char *end = strstr(message, "' file not found");
        if (message[0] == '\'' && end != NULL) {
            return arena_strndup(arena, message + 1, (size_t)(end - message) - 1);
        }
    }
    return NULL;
}

/* Remembers the first one of the run; the texts are copied. */
static void note_missing_header(struct run *run, const char *header, const char *file)
{
    if (run->missing_header == NULL && header != NULL) {
        run->missing_header = arena_strdup(run->arena, header);
        run->missing_in = arena_strdup(run->arena, file);
    }
}

void run_count(struct run *run, const struct unit *unit)
{
    if (unit->status == UNIT_FAILED) {
        run->n_failed++;
        const char *why = unit->failure == NULL ? "libclang gave no reason" : unit->failure;
        if (run->options->keep_going) {
            diag_warning(run->diag, unit->main_file, "not analysed: %s", why);
        } else {
            diag_error(run->diag, unit->main_file,
                       "not analysed: %s (--keep-going goes on without it)", why);
        }
        return;
    }
    *(unit->errors.n > 0 ? &run->n_partial : &run->n_complete) += 1;
    if (run->missing_header == NULL) {
        note_missing_header(run, missing_header(run->arena, unit), unit->main_file);
    }
    if (run->options->verbose && unit->errors.n > 0) {
        diag_note(run->diag, unit->main_file, "parsed only in part, first: %s",
                  unit->errors.at[0].message);
    }
}

static const struct unit *parsed_unit(struct run *run, struct arena *arena, uint32_t index)
{
    const struct job *job = &run->project->jobs.at[index];
    struct pool_result result = pool_get(run->pool, index);
    const char *error = result.failure;
    const struct unit *unit = NULL;
    if (result.text != NULL && !facts_is_sealed(result.text, result.len)) {
        error = "the worker's answer was damaged";
    } else if (result.text != NULL) {
        unit = facts_read(arena, result.text, result.len, &error);
    }
    if (unit == NULL) {
        return failed_job(arena, job, arena_strdup(arena, error));
    }
    if (run->reuse != NULL && !run->counted[index]) {
        reuse_keep(run->reuse, index, unit, result.text, result.len);
    }
    return unit;
}

const struct unit *run_unit(struct run *run, struct arena *arena, uint32_t index)
{
    const struct unit *unit = NULL;
    if (run->reuse != NULL && !pool_has(run->pool, index)) {
        unit = reuse_unit(run->reuse, arena, index);
        run->n_reused += unit != NULL && !run->counted[index] ? 1 : 0;
    }
    if (unit == NULL) {
        unit = parsed_unit(run, arena, index);
    }
    if (!run->counted[index]) {
        run->counted[index] = true;
        run_count(run, unit);
    }
    return unit;
}

/* ---- modules ---- */

/* Which modules need a job still. */
struct uses {
    uint32_t *n; /* by job */
};

static struct uses count_uses(struct run *run)
{
    struct uses uses = {ARENA_NEW_N(run->arena, uint32_t, run->project->jobs.n + 1)};
    for (uint32_t m = 0; m < run->project->modules.n; m++) {
        const struct module *module = &run->project->modules.at[m];
        for (uint32_t i = 0; i < module->jobs.n; i++) {
            uses.n[module->jobs.at[i]]++;
        }
    }
    return uses;
}

/* Says where the entry point of an EXE stands: "'main' in tool.c:3". */
static const char *describe_entry(const struct run *run, const struct program *program, fn_id entry)
{
    const struct program_function *function = &program->functions.at[entry.i];
    const struct unit *unit = program->units.at[function->unit];
    const struct where *where = &unit->wheres.at[function->where.i];
    const char *file = function->where.i == 0 ? unit->main_file : unit->files.at[where->file].path;
    return arena_printf(run->arena, "'%s' in %s:%u", function->name, path_basename(file),
                        function->where.i == 0 ? 1 : where->line);
}

static void see_executable(struct run *run, const char *where)
{
    if (run->executable == NULL) {
        run->executable = where;
    }
    if (run->record != NULL) {
        struct memo_part part = {.executable = where};
        VEC_PUSH(run->arena, &run->record->parts, part);
    }
}

static void link_and_visit(const struct visitor *v, struct arena *arena,
                           const struct program_input *input)
{
    if (!is_wanted(v->run->options, input->module)) {
        return;
    }
    const struct program *program = program_link(arena, input);
    fn_id entry = program_executable(program);
    if (entry.i == 0) {
        v->visit(v->data, arena, program);
    } else {
        see_executable(v->run, describe_entry(v->run, program, entry));
    }
}

void run_split(const struct visitor *v, struct arena *arena, const struct unit *const *units,
               const struct program_input *whole)
{
    struct split split = {0};
    if (whole->entry == NULL) {
        split = program_split(arena, units, whole->n_units, whole->module);
    }
    for (uint32_t m = 0; m < split.modules.n; m++) {
        const struct split_module *module = &split.modules.at[m];
        const struct unit **own = ARENA_NEW_N(arena, const struct unit *, module->units.n);
        for (uint32_t i = 0; i < module->units.n; i++) {
            own[i] = units[module->units.at[i]];
        }
        struct program_input input = *whole;
        input.module = module->name;
        input.units = own;
        input.n_units = module->units.n;
        link_and_visit(v, arena, &input);
    }
    if (split.modules.n == 0) {
        link_and_visit(v, arena, whole);
    }
}

/* Reads the module's units; those that no other module needs are dropped from the pool. */
static const struct unit **read_units(struct run *run, struct arena *arena,
                                      const struct module *module, struct uses *uses)
{
    const struct unit **units = ARENA_NEW_N(arena, const struct unit *, module->jobs.n);
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        uint32_t job = module->jobs.at[i];
        units[i] = run_unit(run, arena, job);
        if (uses != NULL && --uses->n[job] == 0) {
            pool_drop(run->pool, job);
        }
    }
    return units;
}

static void visit_units(const struct visitor *v, struct arena *arena, const struct module *module,
                        const struct unit *const *units)
{
    struct run *run = v->run;
    const char *entry = run->options->entry != NULL ? run->options->entry : module->entry;
    struct program_input input = {.module = module->name,
                                  .packs = run->packs,
                                  .units = units,
                                  .n_units = module->jobs.n,
                                  .entry = entry,
                                  .delayed = delayed_names(arena, run->options, module)};
    if (module->kind == MODULE_UNKNOWN) {
        run_split(v, arena, units, &input);
    } else {
        link_and_visit(v, arena, &input);
    }
}

/* ---- modules that are known ---- */

/* Begins the record of a module; there is none if facts of a unit were not kept. */
static void begin_record(struct run *run, const struct module *module,
                         const struct unit *const *units)
{
    run->record = run->memo != NULL ? ARENA_NEW(run->arena, struct memo_record) : NULL;
    for (uint32_t i = 0; i < module->jobs.n && run->record != NULL; i++) {
        if (units[i]->status == UNIT_FAILED || !reuse_has(run->reuse, module->jobs.at[i])) {
            run->record = NULL;
            return;
        }
        const char *missing = missing_header(run->arena, units[i]);
        struct memo_unit unit = {.partial = units[i]->errors.n > 0 ? 1 : 0,
                                 .missing = missing,
                                 .file = arena_strdup(run->arena, units[i]->main_file)};
        VEC_PUSH(run->arena, &run->record->units, unit);
    }
}

void run_remember(struct run *run, struct reach *reach)
{
    if (run->record != NULL) {
        struct memo_part part = {.reach = reach};
        VEC_PUSH(run->arena, &run->record->parts, part);
    }
}

static void recall_unit(struct run *run, uint32_t job, const struct memo_unit *unit)
{
    if (!run->counted[job]) {
        run->counted[job] = true;
        run->n_reused++;
        *(unit->partial != 0 ? &run->n_partial : &run->n_complete) += 1;
        note_missing_header(run, unit->missing, unit->file);
    }
}

static void recall_module(const struct visitor *v, uint32_t index)
{
    struct run *run = v->run;
    const struct module *module = &run->project->modules.at[index];
    const struct memo_record *record = run->remembered[index];
    run->n_recalled++;
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        recall_unit(run, module->jobs.at[i], &record->units.at[i]);
    }
    for (uint32_t i = 0; i < record->parts.n; i++) {
        const struct memo_part *part = &record->parts.at[i];
        if (part->executable != NULL) {
            see_executable(run, part->executable);
        } else {
            v->recall(v->data, part->reach, index, i);
        }
    }
}

/* What run_link() looks for among the programs of a module. */
struct wanted_part {
    uint32_t left; /* DLLs before it */
    const struct program *program;
};

static void take_part(void *data, struct arena *arena, const struct program *program)
{
    (void)arena;
    struct wanted_part *wanted = data;
    if (wanted->left-- == 0) {
        wanted->program = program;
    }
}

const struct program *run_link(struct run *run, uint32_t index, uint32_t part)
{
    const struct module *module = &run->project->modules.at[index];
    const struct memo_record *record = run->remembered[index];
    struct wanted_part wanted = {0};
    for (uint32_t i = 0; i < part; i++) {
        wanted.left += record->parts.at[i].executable == NULL ? 1 : 0;
    }
    struct visitor visitor = {.run = run, .visit = take_part, .data = &wanted};
    visit_units(&visitor, run->arena, module, read_units(run, run->arena, module, NULL));
    return wanted.program;
}

/* ---- all modules ---- */

static void visit_module(const struct visitor *v, uint32_t index, struct uses *uses)
{
    struct run *run = v->run;
    const struct module *module = &run->project->modules.at[index];
    struct arena *arena = arena_create();
    const struct unit **units = read_units(run, arena, module, uses);
    begin_record(run, module, units);
    visit_units(v, arena, module, units);
    if (run->record != NULL) {
        memo_put(run->memo, index, run->record);
        run->record = NULL;
    }
    arena_destroy(arena);
}

void run_modules(const struct visitor *visitor)
{
    struct run *run = visitor->run;
    struct uses uses = count_uses(run);
    for (uint32_t m = 0; m < run->project->modules.n; m++) {
        if (run->remembered[m] != NULL) {
            recall_module(visitor, m);
        } else {
            visit_module(visitor, m, &uses);
        }
    }
}
