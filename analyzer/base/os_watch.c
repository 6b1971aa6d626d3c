/*
 * os_watch.c - a thread that ends its process when that takes too much.
 *
 * Processor time is counted, not the time of the clock: on a machine with other work a unit is not
 * lost for waiting.  Resident memory is counted, not address space, as sanitizers and large stacks
 * take much of that and use little.
 */
#include <stdlib.h>
#include <uv.h>

#include "base/os.h"

enum { LOOK_MS = 50, MIB = 1024 * 1024 };

/* What the thread and its process share, under the lock. */
static struct {
    uv_once_t once;
    uv_mutex_t lock;
    uv_cond_t changed;
    bool watching;
    struct os_limits limits;
    uv_pid_t parent;
    double until; /* seconds of the processor */
} watch = {.once = UV_ONCE_INIT};

static double seconds_used(void)
{
    uv_rusage_t usage;
    if (uv_getrusage(&usage) < 0) {
        return 0;
    }
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Ends the process at once: nothing that it does can be finished. */
static void look(void)
{
    size_t bytes = 0;
    if (uv_os_getppid() != watch.parent) { /* nobody waits for the result */
        _Exit(EXIT_FAILURE);
    }
    if (watch.limits.seconds > 0 && seconds_used() > watch.until) {
        _Exit(OS_TOO_SLOW);
    }
    if (watch.limits.mib > 0 && uv_resident_set_memory(&bytes) == 0 &&
        bytes / MIB > watch.limits.mib) {
        _Exit(OS_TOO_LARGE);
    }
}

static void run(void *data)
{
    (void)data;
    uv_mutex_lock(&watch.lock);
    for (;;) {
        if (!watch.watching) {
            uv_cond_wait(&watch.changed, &watch.lock);
        } else if (uv_cond_timedwait(&watch.changed, &watch.lock, LOOK_MS * UINT64_C(1000000)) !=
                   0) {
            look();
        }
    }
}

static void start(void)
{
    uv_thread_t thread;
    watch.parent = uv_os_getppid();
    if (uv_mutex_init(&watch.lock) != 0 || uv_cond_init(&watch.changed) != 0 ||
        uv_thread_create(&thread, run, NULL) != 0) {
        abort();
    }
}

void os_watch(const struct os_limits *limits)
{
    uv_once(&watch.once, start);
    uv_mutex_lock(&watch.lock);
    watch.watching = limits != NULL;
    if (limits != NULL) {
        watch.limits = *limits;
        watch.until = seconds_used() + limits->seconds;
    }
    uv_cond_signal(&watch.changed);
    uv_mutex_unlock(&watch.lock);
}
