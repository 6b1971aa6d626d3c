/*
 * pool.h - extraction in worker processes: a crash or a hang inside libclang costs one unit.
 *
 * Takes jobs, gives facts as text (facts/text.h), in any order asked for.  A worker is a program of
 * its own (worker.c), started when there is work for it, which answers requests (facts/request.h).
 * Preambles that units wait for are made in between, by the same workers; one that cannot be made
 * costs nothing but time.  A unit whose worker dies, takes too long or too much memory is tried
 * once more, alone, then it has failed.
 */
#ifndef DLL_CLI_POOL_H
#define DLL_CLI_POOL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "cli/preambles.h"
#include "project/project.h"

struct pool;

/* What the pool needs. */
struct pool_input {
    const struct job *jobs;
    uint32_t n_jobs;
    const uint32_t *order; /* the order in which jobs will be asked for, n_order indices */
    uint32_t n_order;
    const char *source_root;     /* as in struct extract_request */
    const char *worker;          /* path of the worker's program */
    uint32_t n_workers;          /* at least 1 */
    uint32_t timeout;            /* seconds a unit may take; 0: no limit */
    uint32_t memory;             /* MiB that a worker may take; 0: no limit */
    struct preambles *preambles; /* NULL: every unit is parsed plainly */
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

/* Waits for a job's facts, also of one that is not in the order.  They stay valid until
 * pool_drop(). */
struct pool_result pool_get(struct pool *pool, uint32_t job);

/* True if the job is or was to be parsed. */
bool pool_has(const struct pool *pool, uint32_t job);

/* Frees a job's facts. */
void pool_drop(struct pool *pool, uint32_t job);

#endif
