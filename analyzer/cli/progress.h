/* progress.h - the one line that says how far the run is, on a terminal only. */
#ifndef DLL_CLI_PROGRESS_H
#define DLL_CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* What was shown, and since when the run goes on. */
struct progress {
    uint64_t started; /* os_milliseconds() */
    uint64_t shown;   /* when the line was written last; 0: it is not there */
    uint32_t columns; /* of the terminal; 0: not known */
};

/* Returns "120 of 2107 files parsed, 35 a second, 57 s left" after so many milliseconds (at least
 * 1) and files (at least 1), cut to less than `columns`. */
char *progress_line(struct arena *arena, uint32_t done, uint32_t all, uint64_t spent,
                    uint32_t columns);

/* Writes the line to standard error, at most ten times a second and only when the run has taken
 * half a second; removes it when all is done.  `data` is a struct progress. */
void progress_show(void *data, uint32_t done, uint32_t all);

#endif
