/* dump.c - `dump STAGE`: one stage as text, to see where a wrong finding comes from. */
#include <string.h>

#include "base/path.h"
#include "cli/pipeline.h"
#include "cli/units.h"
#include "facts/text.h"
#include "walk/walk.h"

static void dump_program(void *data, struct arena *arena, const struct program *program)
{
    (void)arena;
    program_write(data, program);
}

static void dump_walk(void *data, struct arena *arena, const struct program *program)
{
    walk_write(data, walk_program(arena, program));
}

static void dump_demand(struct run *run, struct strbuf *out)
{
    const struct demand *demands = run_demand(run);
    for (uint32_t m = 0; m < run->project->modules.n; m++) {
        const struct module *module = &run->project->modules.at[m];
        const struct demand *demand = &demands[m];
        strbuf_printf(out, "module \"%s\" units %u", module->name, module->jobs.n);
        if (demand->needed) {
            const char *root = run->project->root;
            strbuf_printf(out, " needed \"%s\"", path_relative(demand->unit, root));
            if (demand->file != NULL) {
                strbuf_printf(out, " by \"%s\"", path_relative(demand->file, root));
            }
        }
        strbuf_addc(out, '\n');
    }
}

static void dump_facts(struct run *run, struct strbuf *out)
{
    for (uint32_t job = 0; job < run->project->jobs.n; job++) {
        struct arena *scratch = arena_create();
        facts_write(out, run_unit(run, scratch, job));
        pool_drop(run->pool, job);
        arena_destroy(scratch);
    }
}

int pipeline_dump(struct arena *arena, const struct options *options, struct diag *diag)
{
    struct run run = {.arena = arena, .options = options, .diag = diag};
    if (!run_start(&run, options->targets.n > 0 ? options->targets.at[0] : NULL)) {
        return STATUS_FAILED;
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    if (strcmp(options->dump_stage, "project") == 0) {
        project_write(&out, run.project);
    } else if (strcmp(options->dump_stage, "demand") == 0) {
        dump_demand(&run, &out);
    } else if (strcmp(options->dump_stage, "facts") == 0) {
        dump_facts(&run, &out);
    } else if (strcmp(options->dump_stage, "program") == 0) {
        run_modules(&(struct visitor){.run = &run, .visit = dump_program, .data = &out});
    } else {
        run_modules(&(struct visitor){.run = &run, .visit = dump_walk, .data = &out});
    }
    if (!pipeline_write(arena, options->output, &out, diag)) {
        return STATUS_FAILED;
    }
    return run.n_failed > 0 && !options->keep_going ? STATUS_FAILED : STATUS_CLEAN;
}
