/*
 * pool.h - extraction in worker processes: a crash or a hang inside libclang costs one unit.
 *
 * Takes jobs, gives facts as text (facts/text.h), in any order asked for.  A worker is this program
 * with `--worker`: it reads requests from standard input and writes facts to standard output, both
 * as a decimal length, a newline, and that many bytes.  A unit whose worker dies or takes too long
 * is tried once more, then it has failed.
 */
#ifndef DLL_CLI_POOL_H
#define DLL_CLI_POOL_H

#include <stdint.h>

#include "base/arena.h"
#include "project/project.h"

struct pool;

/* What the pool needs. */
struct pool_input {
    const struct job *jobs;
    uint32_t n_jobs;
    const uint32_t *order; /* the order in which jobs will be asked for, n_order indices */
    uint32_t n_order;
    const char *source_root;                       /* as in struct extract_request */
    const char *program;                           /* path of this program */
    uint32_t n_workers;                            /* at least 1 */
    uint32_t timeout;                              /* seconds a unit may take; 0: no limit */
    /* Called after every unit; NULL: not. */
    void (*progress)(void *data, uint32_t done, uint32_t all);
    void *progress_data; /* handed to `progress` */
};

/* Starts the workers.  The pool lives in the arena, its processes end with it. */
struct pool *pool_start(struct arena *arena, const struct pool_input *input);

/* Facts of a job as text, or why there are none. */
struct pool_result {
    const char *text; /* NULL if it failed */
    size_t len;
    const char *failure; /* NULL if there is text */
};

/* Waits for a job's facts.  They stay valid until pool_drop(). */
struct pool_result pool_get(struct pool *pool, uint32_t job);

/* Frees a job's facts. */
void pool_drop(struct pool *pool, uint32_t job);

/* The worker's side: answers requests until standard input ends.  Returns the exit status. */
int pool_work(void);

#endif
