/* pool.c - units whose workers crash, hang or eat memory, with workers that do so at will. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/os.h"
#include "base/path.h"
#include "cli/pool.h"

/*
 * A worker in shell: it reads requests as the real one does and acts by the file's name.
 *
 *     good      answers "facts"
 *     crash     dies
 *     once      dies the first time (a file in the folder remembers it), then answers
 *     slow, fat ends like a worker that watches itself
 *     alone     dies the first time, then says whether another one was at work
 *     last      answers, and says that it ends now
 */
static const char script[] =
    "#!/bin/sh\n"
    "cd \"$(dirname \"$0\")\" || exit 1\n"
    "while read -r length; do\n"
    "  request=$(dd bs=1 count=\"$length\" 2>/dev/null | tr '\\000' '\\n' | head -n 1)\n"
    "  name=${request##*/}\n"
    "  case $name in\n"
    "    crash*) exit 3 ;;\n"
    "    slow*) exit 97 ;;\n"
    "    fat*) exit 98 ;;\n"
    "    hang*) exec sleep 60 >/dev/null 2>&1 ;;\n"
    "    once*|alone*)\n"
    "      if [ ! -e \"$name.seen\" ]; then : >\"$name.seen\"; sleep 0.2; exit 3; fi ;;\n"
    "  esac\n"
    "  text=facts\n"
    "  case $name in\n"
    "    busy*) : >busy.$$; sleep 1; rm busy.$$ ;;\n"
    "    alone*) for busy in busy.*; do [ -e \"$busy\" ] && text=accompanied; done ;;\n"
    "  esac\n"
    "  case $name in last*) printf '%s.\\n%s' \"${#text}\" \"$text\"; exit 0 ;; esac\n"
    "  printf '%s\\n%s' \"${#text}\" \"$text\"\n"
    "done\n";

/* Jobs of these names in a pool of two such workers. */
struct trial {
    struct arena *arena;
    struct job *jobs;
    uint32_t *order;
    struct pool *pool;
};

static struct trial start(const char *test, const char *const *names, uint32_t timeout)
{
    struct trial trial = {.arena = arena_create()};
    struct pool_input input = {.n_workers = 2, .timeout = timeout, .memory = 300};
    const char *folder = arena_printf(trial.arena, "%s/dllmain-lint.%s.%llu",
                                      os_temporary_folder(trial.arena), test,
                                      (unsigned long long)os_process_id());
    os_remove_folder(folder);
    input.worker = path_join(trial.arena, folder, "worker");
    cr_assert_null(os_write_file(trial.arena, input.worker, script, sizeof script - 1));
    cr_assert_eq(chmod(input.worker, 0700), 0);
    while (names[input.n_jobs] != NULL) {
        input.n_jobs++;
    }
    trial.jobs = ARENA_NEW_N(trial.arena, struct job, input.n_jobs);
    trial.order = ARENA_NEW_N(trial.arena, uint32_t, input.n_jobs);
    for (uint32_t i = 0; i < input.n_jobs; i++) {
        trial.jobs[i].file = path_join(trial.arena, folder, names[i]);
        trial.order[i] = i;
    }
    input.jobs = trial.jobs;
    input.order = trial.order;
    input.n_order = input.n_jobs;
    trial.pool = pool_start(trial.arena, &input);
    return trial;
}

static void answers(struct trial *trial, uint32_t job, const char *expected)
{
    struct pool_result result = pool_get(trial->pool, job);
    cr_assert_null(result.failure, "%s: %s", trial->jobs[job].file, result.failure);
    cr_assert_eq(result.len, strlen(expected));
    cr_assert_arr_eq(result.text, expected, result.len);
}

static void fails(struct trial *trial, uint32_t job, const char *reason)
{
    struct pool_result result = pool_get(trial->pool, job);
    cr_assert_null(result.text);
    cr_assert_str_eq(result.failure, reason);
}

Test(pool, a_crash_costs_one_unit, .timeout = 60)
{
    struct trial trial = start("crash", (const char *[]){"good1", "crash", "good2", NULL}, 0);
    answers(&trial, 0, "facts");
    fails(&trial, 1, "the parser crashed on it, twice");
    answers(&trial, 2, "facts");
    arena_destroy(trial.arena);
}

Test(pool, what_crashes_once_is_tried_again, .timeout = 60)
{
    struct trial trial = start("once", (const char *[]){"once1", "once2", "good", NULL}, 0);
    answers(&trial, 0, "facts");
    answers(&trial, 1, "facts");
    answers(&trial, 2, "facts");
    arena_destroy(trial.arena);
}

Test(pool, the_second_try_is_alone, .timeout = 60)
{
    struct trial trial =
        start("alone", (const char *[]){"alone", "busy1", "busy2", "busy3", "busy4", NULL}, 0);
    answers(&trial, 0, "facts");
    for (uint32_t i = 1; i < 5; i++) {
        answers(&trial, i, "facts");
    }
    arena_destroy(trial.arena);
}

Test(pool, too_slow_and_too_large_are_told_apart, .timeout = 60)
{
    struct trial trial = start("limits", (const char *[]){"slow", "fat", NULL}, 7);
    fails(&trial, 0, "no result after 7 seconds (--timeout)");
    fails(&trial, 1, "it takes more than 300 MiB (--memory)");
    arena_destroy(trial.arena);
}

Test(pool, what_only_waits_ends_by_the_clock, .timeout = 60)
{
    struct trial trial = start("hang", (const char *[]){"hang", "good", NULL}, 1);
    fails(&trial, 0, "no result after 10 seconds (--timeout)");
    answers(&trial, 1, "facts");
    arena_destroy(trial.arena);
}

Test(pool, a_worker_that_ends_is_replaced, .timeout = 60)
{
    struct trial trial =
        start("last", (const char *[]){"last1", "last2", "last3", "good", "last4", NULL}, 0);
    for (uint32_t i = 0; i < 5; i++) {
        answers(&trial, i, "facts");
    }
    arena_destroy(trial.arena);
}

Test(pool, a_job_out_of_order_is_done_too, .timeout = 60)
{
    struct trial trial = {.arena = arena_create()};
    struct pool_input input = {.n_workers = 1, .n_jobs = 1, .worker = "/nonexistent/worker"};
    struct job job = {.file = "/nonexistent/a.c"};
    input.jobs = &job;
    trial.pool = pool_start(trial.arena, &input);
    cr_assert_not(pool_has(trial.pool, 0));
    cr_assert_str_eq(pool_get(trial.pool, 0).failure, "no worker process could be started");
    arena_destroy(trial.arena);
}
