/*
 * progress.c - units done, how many a second, and the time left.
 *
 * The rate is that of the whole run so far: units differ in size by a factor of a hundred, and a
 * number that jumps helps nobody.
 */
#include "cli/progress.h"

#include <string.h>

#include "base/os.h"

enum { PATIENCE = 500, PAUSE = 100, SECOND = 1000, MINUTE = 60, HOUR = 3600 };

#define CLEAR "\r\x1b[K"

static const char *time_words(struct arena *arena, uint64_t seconds)
{
    if (seconds < MINUTE) {
        return arena_printf(arena, "%u s", (unsigned)seconds);
    }
    if (seconds < HOUR) {
        return arena_printf(arena, "%u min %u s", (unsigned)(seconds / MINUTE),
                            (unsigned)(seconds % MINUTE));
    }
    return arena_printf(arena, "%u h %u min", (unsigned)(seconds / HOUR),
                        (unsigned)(seconds % HOUR / MINUTE));
}

/* "35 a second", "20 a minute". */
static const char *rate_words(struct arena *arena, uint32_t done, uint64_t spent)
{
    uint64_t a_second = (uint64_t)done * SECOND / spent;
    if (a_second >= 2) {
        return arena_printf(arena, "%u a second", (unsigned)a_second);
    }
    return arena_printf(arena, "%u a minute", (unsigned)((uint64_t)done * MINUTE * SECOND / spent));
}

char *progress_line(struct arena *arena, uint32_t done, uint32_t all, uint64_t spent,
                    uint32_t columns)
{
    uint64_t left = (spent * (all - done) / done + SECOND - 1) / SECOND;
    char *line = arena_printf(arena, "%u of %u files parsed, %s, %s left", done, all,
                              rate_words(arena, done, spent), time_words(arena, left));
    if (columns > 0 && strlen(line) >= columns) {
        line[columns - 1] = '\0';
    }
    return line;
}

void progress_show(void *data, uint32_t done, uint32_t all)
{
    struct progress *progress = data;
    uint64_t now = os_milliseconds();
    uint64_t spent = now - progress->started;
    if (done == all && progress->shown > 0) {
        (void)os_write_descriptor(2, CLEAR, strlen(CLEAR));
        progress->shown = 0;
    }
    if (done == all || spent < PATIENCE || now - progress->shown < PAUSE) {
        return;
    }
    struct arena *scratch = arena_create();
    const char *line = progress_line(scratch, done, all, spent, progress->columns);
    const char *text = arena_printf(scratch, CLEAR "%s", line);
    (void)os_write_descriptor(2, text, strlen(text));
    progress->shown = now;
    arena_destroy(scratch);
}
