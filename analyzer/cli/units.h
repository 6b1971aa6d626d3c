/* units.h - jobs become units, modules become findings: what pipeline.c and dump.c share. */
#ifndef DLL_CLI_UNITS_H
#define DLL_CLI_UNITS_H

#include "cli/demand.h"
#include "cli/memo.h"
#include "cli/options.h"
#include "cli/pool.h"
#include "cli/reuse.h"
#include "facts/facts.h"
#include "packs/packs.h"
#include "program/program.h"
#include "project/project.h"

/* Everything that is loaded before the first unit is parsed. */
struct run {
    struct arena *arena; /* lifetime: the run */
    const struct options *options;
    struct diag *diag;
    struct packs *packs;
    struct project *project;
    struct cache *cache;             /* NULL: --no-cache */
    struct reuse *reuse;             /* NULL: no cache */
    const char *tool;                /* see tool_identity() */
    const char *identity;            /* see tool_own_identity() */
    struct memo *memo;               /* NULL: nothing of earlier runs is used but facts */
    struct memo_record **remembered; /* by module; NULL: it is to be walked */
    struct memo_record *record;      /* of the module that is being walked; NULL: none is made */
    uint32_t n_folders;              /* of preambles, without a cache */
    uint32_t n_reused;               /* units that were not parsed */
    uint32_t n_recalled;             /* modules that were not walked */
    struct pool *pool;
    bool *counted; /* by job: it is in the numbers below */
    uint32_t n_complete, n_partial, n_failed;
    uint32_t n_skipped;         /* units that no module needs, which were not parsed */
    const char *executable;     /* why the first module that is no DLL is none: "'main' in
                                   tool.c:3"; NULL: all are */
    const char *missing_header; /* the first #include that clang did not find; NULL: none */
    const char *missing_in;     /* the unit that includes it */
};

/* Loads the packs, and the list of exports if a rule that is on asks for it.  Returns NULL after a
 * diag_error(). */
struct packs *load_packs(struct arena *arena, const struct options *options, struct diag *diag);

/* Returns the DLLs whose imports a module (NULL: one that no build describes) delays, by the
 * options and by its build; NULL: none. */
const struct dll_names *delayed_names(struct arena *arena, const struct options *options,
                                      const struct module *module);

/* Loads packs and project for one target (NULL: as the build says) and starts the pool.  Returns
 * false after a diag_error(). */
bool run_start(struct run *run, const char *target);

/* Returns for each module of the project whether anything in it may run at load. */
const struct demand *run_demand(struct run *run);

/* True if the modules in which nothing can run at load need not be parsed. */
bool run_may_drop(const struct run *run);

/* Drops them from the project, if it may; where that would be all, it drops none, so that what is
 * wrong with them is said. */
void run_drop_idle(struct run *run);

/* Returns the facts of a job, in the arena; a unit that failed has UNIT_FAILED and its reason. */
const struct unit *run_unit(struct run *run, struct arena *arena, uint32_t job);

/* Returns a unit without facts that says why it has none. */
struct unit *failed_unit(struct arena *arena, const char *file, const char *reason);

/* Adds a unit to the numbers of the run, and says what is wrong with it. */
void run_count(struct run *run, const struct unit *unit);

/* What visits modules. */
struct visitor {
    struct run *run;
    /* A module that is linked; the program and the arena live until it returns. */
    void (*visit)(void *data, struct arena *arena, const struct program *program);
    /* A module of which an earlier run knew what it reaches, in the run's arena: the program `part`
     * of the project's module, for run_link(). */
    void (*recall)(void *data, const struct reach *reach, uint32_t module, uint32_t part);
    void *data;
};

/* Visits every module of the project that is not an executable, in the order of names.  A module
 * that the build does not know is split by entry points first. */
void run_modules(const struct visitor *visitor);

/* Keeps what the visited module reaches for later runs; `reach` lives in the run's arena. */
void run_remember(struct run *run, struct reach *reach);

/* Links a program of a module again, in the run's arena; NULL if it is not there any more. */
const struct program *run_link(struct run *run, uint32_t module, uint32_t part);

/* Links units that nobody assigned to DLLs, a module for each entry point among them (one, with the
 * name and the entry of `whole`, if that has an entry), and visits those that are wanted and no
 * executables. */
void run_split(const struct visitor *visitor, struct arena *arena, const struct unit *const *units,
               const struct program_input *whole);

#endif
