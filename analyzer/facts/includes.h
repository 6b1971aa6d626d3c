/*
 * includes.h - what a source text includes, read without a preprocessor.
 *
 * Takes text, gives every name that the preprocessor may look up because of it, in whatever branch
 * it stands, and the run of includes and macros that the text begins with.  It knows neither files
 * nor folders.
 */
#ifndef DLL_FACTS_INCLUDES_H
#define DLL_FACTS_INCLUDES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

/* A name as an include has it. */
struct include_name {
    const char *name; /* without its marks, with '/' */
    bool quoted;      /* "name": the folder of the including file is searched first */
    bool next;        /* #include_next */
};

/* All names of a text. */
struct include_names {
    VEC(struct include_name) names;
    bool asks_for_itself; /* the text uses __BASE_FILE__ or __TIMESTAMP__ */
};

/* Appends the names of a text; those of macros that look like a header, and of __has_include, too.
 */
void includes_scan(struct arena *arena, const char *text, size_t len, struct include_names *names);

/* An #include, #define or #undef. */
struct directive {
    uint32_t begin, end;         /* bytes: from its '#' to behind its last one */
    uint32_t line, n_lines;      /* of its '#', from 1; lines that it takes */
    struct include_name include; /* name NULL: it is no #include */
    const char *text;            /* the directive on a line (or lines) of its own, with the columns
                                    that it has and without comments */
};

/* The directives that a text begins with. */
struct directives {
    struct directive *at;
    uint32_t n, cap;
};

/* Reads the directives that stand before anything else but comments. */
struct directives includes_leading(struct arena *arena, const char *text, size_t len);

#endif
