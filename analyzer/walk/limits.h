/* limits.h - every limit of the walk; hitting one is a cut. */
#ifndef DLL_WALK_LIMITS_H
#define DLL_WALK_LIMITS_H

#include <stdint.h>

enum {
    LIMIT_CONTEXTS =
        32, /* argument combinations of one function; then its arguments are forgotten */
    LIMIT_CANDIDATES = 16, /* targets of one call through a pointer; then none is followed */
    LIMIT_ARGUMENTS = 16,  /* arguments whose values are kept */
    LIMIT_OBJECT = 32,     /* known parts of one object handed to a callee */
    LIMIT_ELEMENTS = 64,   /* elements of a local array that are followed */
    LIMIT_DEPTH = 4,       /* fields within fields handed to a callee */
    LIMIT_WRAPPERS = 3,    /* functions of system headers that stand one in the other and are
                              reached anew from every call: inline wrappers of an API */
};

/* The limits by name, for cuts and --stats.  Some belong to other stages. */
enum limit_kind {
    LIMIT_KIND_CONTEXTS,
    LIMIT_KIND_CANDIDATES,
    LIMIT_KIND_STORED, /* functions that one pointer may hold at any time: program/ */
    LIMIT_KIND_ARGUMENTS,
    LIMIT_KIND_OBJECT,
    LIMIT_KIND_ELEMENTS,
    LIMIT_KIND_DEPTH,
    LIMIT_KIND_WRAPPERS,
    LIMIT_KINDS
};

/* One limit. */
struct limit {
    const char *name; /* one word */
    uint32_t value;
    const char *what; /* what is counted, to stand behind the value */
    const char
        *detail; /* of the cut where no name belongs into it; NULL: the place makes its own */
};

/* All limits, by enum limit_kind. */
extern const struct limit limits[LIMIT_KINDS];

#endif
