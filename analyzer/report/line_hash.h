/* line_hash.h - the hashes by which GitHub code scanning follows an alert whose line moves. */
#ifndef DLL_REPORT_LINE_HASH_H
#define DLL_REPORT_LINE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The hash of each line, "<hexadecimal>:<n>". */
struct line_hashes {
    const char **at;
    uint32_t n;
};

/* Returns the hashes of all lines of a text, the one behind the last line ending included. */
struct line_hashes line_hashes(struct arena *arena, const char *text, size_t len);

#endif
