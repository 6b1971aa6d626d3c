/*
 * diag.h - messages to the person who runs the program, on standard error.
 *
 * One line each: `dllmain-lint: error: PLACE: text`.  The text says what was found, what was
 * expected and what to do.  All control characters are escaped, newlines too, so that hostile input
 * cannot make up a line of its own.  Findings are not messages.
 */
#ifndef DLL_BASE_DIAG_H
#define DLL_BASE_DIAG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/attr.h"
#include "base/strbuf.h"

/* Where messages go and how many there were. */
struct diag {
    struct strbuf *to; /* collects the lines (tests); NULL: standard error */
    bool quiet;        /* drops notes and warnings */
    uint32_t n_errors;
    uint32_t n_warnings;
};

/* `place` is a file, `file:line`, or a file with a JSON pointer; NULL when the command line is
 * meant. */
ATTR_PRINTF(3, 4) void diag_error(struct diag *diag, const char *place, const char *format, ...);
ATTR_PRINTF(3, 4) void diag_warning(struct diag *diag, const char *place, const char *format, ...);
ATTR_PRINTF(3, 4) void diag_note(struct diag *diag, const char *place, const char *format, ...);

#endif
