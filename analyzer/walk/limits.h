/* limits.h - every limit of the walk; hitting one is a cut. */
#ifndef DLL_WALK_LIMITS_H
#define DLL_WALK_LIMITS_H

enum {
    LIMIT_CONTEXTS =
        32, /* argument combinations of one function; then its arguments are forgotten */
    LIMIT_CANDIDATES = 16, /* targets of one call through a pointer; then none is followed */
    LIMIT_ARGUMENTS = 16,  /* arguments whose values are kept */
    LIMIT_OBJECT = 32,     /* known parts of one object handed to a callee */
    LIMIT_ELEMENTS = 64,   /* elements of a local array that are followed */
    LIMIT_DEPTH = 4,       /* fields within fields handed to a callee */
};

#endif
