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
 *   report/    text, lines for CI and editors, JSON, SARIF, a page (html/), a graph
 *   cli/       options, worker processes, the pipeline
 *
 * What worker.c makes of base/ and facts/ is a program of its own, the one with libclang in it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/text.h"
#include "cli/config.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "cli/tool.h"
#include "facts/resources.h"
#include "packs/describe.h"
#include "packs/packs.h"

enum {
    STACK_BYTES = 512 * 1024 * 1024
}; /* facts of deeply nested sources are walked by recursion */

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
    const char *nearest = packs_nearest_rule(scratch, packs, rule);
    if (nearest != NULL) {
        diag_error(diag, NULL, "there is no rule '%s', did you mean '%s'?", rule, nearest);
    } else {
        diag_error(diag, NULL, "there is no rule '%s'; --list-rules lists them", rule);
    }
    arena_destroy(scratch);
}

static void no_such_format(const char *format, struct diag *diag)
{
    size_t n = 0;
    while (packs_list_formats[n] != NULL) {
        n++;
    }
    const char *nearest = text_nearest(format, packs_list_formats, n);
    diag_error(diag, NULL,
               "'--format' expects text, json or markdown with '--list-rules', found '%s'%s%s%s",
               format, nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest,
               nearest == NULL ? "" : "'?");
}

/* Writes a page as wide as the terminal says it is. */
static bool explain(struct arena *arena, struct strbuf *out, const struct packs *packs,
                    const struct options *options)
{
    struct describe_options look = {.width = 80};
    const char *columns = os_environment(arena, "COLUMNS");
    if (columns != NULL && os_is_terminal(1)) {
        look.width = (uint32_t)strtoul(columns, NULL, 10);
    }
    look.colour = options_want_colour(arena, options, options->output == NULL ? 1 : -1);
    return packs_explain(out, packs, options->explain, &look);
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
        if (!packs_list_rules(&out, packs, options->format)) {
            no_such_format(options->format, diag);
            return STATUS_FAILED;
        }
    } else if (!explain(arena, &out, packs, options)) {
        no_such_rule(packs, options->explain, diag);
        return STATUS_FAILED;
    }
    return pipeline_write(arena, options->output, &out, diag) ? STATUS_CLEAN : STATUS_FAILED;
}

/* --help, -h, --generate and --version. */
static int tell(struct arena *arena, const struct options *options, struct diag *diag)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    if (options->action == ACTION_GENERATE) {
        options_generate(&out, options->generate);
    } else if (options->action == ACTION_VERSION) {
        options_version(&out, tool_clang_version(arena), facts_resource_folder(arena));
    } else {
        options_help(&out, options->action == ACTION_HELP);
    }
    return pipeline_write(arena, options->output, &out, diag) ? STATUS_CLEAN : STATUS_FAILED;
}

static int act(struct arena *arena, const struct options *options, struct diag *diag)
{
    switch (options->action) {
    case ACTION_HELP:
    case ACTION_SHORT_HELP:
    case ACTION_VERSION:
    case ACTION_GENERATE:
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
    case ACTION_ANALYSE:
        break;
    }
    return pipeline_run(arena, options, diag);
}

/* The help needs no configuration. */
static bool wants_config(const struct options *options)
{
    return options->action != ACTION_HELP && options->action != ACTION_SHORT_HELP &&
           options->action != ACTION_VERSION && options->action != ACTION_GENERATE;
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
