/*
 * main.c - dllmain-lint finds what a Windows DLL must not do while the loader lock is held.
 *
 * The program in the order in which data flows through it; an include only ever points up this
 * list:
 *
 *   base/      arenas, text, JSON, paths, the operating system
 *   project/   compile_commands.json, CMake's File API, FILE -- FLAGS: modules and jobs
 *   facts/     what one translation unit means, as plain data; facts/clang/ makes it with libclang
 *   packs/     what APIs do and what is reported, from rules/
 *   program/   units linked: functions, roots, pointers
 *   walk/      each root in each phase, values followed: sinks with paths, and cuts
 *   verdict/   sinks and rules: findings
 *   report/    text, JSON, SARIF
 *   cli/       options, worker processes, the pipeline
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/text.h"
#include "cli/config.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/pool.h"
#include "facts/extract.h"
#include "packs/describe.h"
#include "packs/packs.h"

enum { STACK_BYTES = 512 * 1024 * 1024 }; /* deeply nested sources are walked by recursion */

/* The arguments and the result of the program, for the thread that runs it. */
struct program_run {
    int argc;
    const char *const *argv;
    int status;
};

/* Says that a rule does not exist, and which one may have been meant. */
static void no_such_rule(const struct packs *packs, const char *rule, struct diag *diag)
{
    struct arena *scratch = arena_create();
    const char **words = ARENA_NEW_N(scratch, const char *, 2 * (size_t)packs->rules.n + 1);
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        words[2 * i] = packs->rules.at[i].id;
        words[2 * i + 1] = packs->rules.at[i].name;
    }
    const char *nearest = text_nearest(rule, words, 2 * (size_t)packs->rules.n);
    if (nearest != NULL) {
        diag_error(diag, NULL, "there is no rule '%s', did you mean '%s'?", rule, nearest);
    } else {
        diag_error(diag, NULL, "there is no rule '%s'; --list-rules lists them", rule);
    }
    arena_destroy(scratch);
}

/* --list-rules, --explain and --dump-config. */
static int describe(struct arena *arena, const struct options *options, struct diag *diag)
{
    const struct packs *packs = packs_load_own(arena, options->own, options->rules_folders.at,
                                               options->rules_folders.n, diag);
    struct strbuf out;
    strbuf_init(&out, arena);
    if (packs == NULL) {
        return STATUS_FAILED;
    }
    if (options->action == ACTION_DUMP_CONFIG) {
        config_write(&out, options);
    } else if (options->action == ACTION_LIST_RULES) {
        packs_list_rules(&out, packs);
    } else if (!packs_explain(&out, packs, options->explain)) {
        no_such_rule(packs, options->explain, diag);
        return STATUS_FAILED;
    }
    return pipeline_write(arena, options->output, &out, diag) ? STATUS_CLEAN : STATUS_FAILED;
}

/* --help, -h and --version. */
static int tell(struct arena *arena, const struct options *options, struct diag *diag)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    if (options->action == ACTION_VERSION) {
        options_version(&out, facts_clang_version(arena), facts_resource_folder(arena));
    } else {
        options_help(&out, options->action == ACTION_HELP);
    }
    return pipeline_write(arena, NULL, &out, diag) ? STATUS_CLEAN : STATUS_FAILED;
}

static int act(struct arena *arena, const struct options *options, struct diag *diag)
{
    switch (options->action) {
    case ACTION_HELP:
    case ACTION_SHORT_HELP:
    case ACTION_VERSION:
        return tell(arena, options, diag);
    case ACTION_LIST_RULES:
    case ACTION_EXPLAIN:
    case ACTION_DUMP_CONFIG:
        return describe(arena, options, diag);
    case ACTION_DUMP:
        return pipeline_dump(arena, options, diag);
    case ACTION_EXTRACT:
        return pipeline_extract(arena, options, diag);
    case ACTION_LINK:
        return pipeline_link(arena, options, diag);
    case ACTION_WORKER:
        return pool_work();
    case ACTION_ANALYSE:
        break;
    }
    return pipeline_run(arena, options, diag);
}

/* The help needs no configuration, and a worker gets all it needs from who started it. */
static bool wants_config(const struct options *options)
{
    return options->action != ACTION_HELP && options->action != ACTION_SHORT_HELP &&
           options->action != ACTION_VERSION && options->action != ACTION_WORKER;
}

static void run(void *data)
{
    struct program_run *program = data;
    struct arena *arena = arena_create();
    struct diag diag = {0};
    struct options options = {0};
    program->status = STATUS_FAILED;
    if (options_parse(arena, program->argc, program->argv, &options, &diag)) {
        diag.quiet = options.quiet;
        if (wants_config(&options) && !config_apply(arena, &options, &diag)) {
            arena_destroy(arena);
            return;
        }
        program->status = act(arena, &options, &diag);
    }
    arena_destroy(arena);
}

int main(int argc, char **argv)
{
    struct program_run program = {argc, (const char *const *)argv, STATUS_FAILED};
    os_ignore_broken_pipes();
    os_run_on_stack(STACK_BYTES, run, &program);
    exit(program.status);
}
