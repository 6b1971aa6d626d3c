/*
 * reuse.h - facts of earlier runs, and when they still hold.
 *
 * Takes jobs, gives units out of the cache.  A unit's key is a hash of the worker's program, of the
 * flags, and of every file that the unit may read and every name that leads nowhere
 * (facts/closure.h), with the source root left out.  Facts of a unit that read something else are
 * not kept: its key would not see that change.
 */
#ifndef DLL_CLI_REUSE_H
#define DLL_CLI_REUSE_H

#include "cli/cache.h"
#include "facts/closure.h"
#include "facts/facts.h"
#include "project/project.h"

struct reuse;

/* What it needs. */
struct reuse_input {
    struct cache *cache;
    const struct project *project;
    const char *tool;      /* tool_identity() */
    const char *resources; /* clang's own headers; NULL: not known */
    bool with_mentions;    /* what files mention is going to be asked for, if it is not known */
};

/* Looks at the files that the jobs may read, when it is asked for one. */
struct reuse *reuse_start(struct arena *arena, const struct reuse_input *input);

/* Returns the index of the files that were looked at. */
struct file_index *reuse_index(struct reuse *reuse);

/* Returns the job's key: a hash of all that its facts depend on. */
const char *reuse_key(struct reuse *reuse, uint32_t job);

/* True if there are facts for the job. */
bool reuse_has(struct reuse *reuse, uint32_t job);

/* Returns the job's unit, in the arena; NULL if it must be parsed after all. */
const struct unit *reuse_unit(struct reuse *reuse, struct arena *arena, uint32_t job);

/* Keeps the facts of a job that was parsed. */
void reuse_keep(struct reuse *reuse, uint32_t job, const struct unit *unit, const char *text,
                size_t len);

#endif
