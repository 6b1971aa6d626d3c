/* extract.h - from source text to facts, by way of libclang.  What is behind it is the only code
 * that knows clang. */
#ifndef DLL_FACTS_EXTRACT_H
#define DLL_FACTS_EXTRACT_H

#include <stdbool.h>
#include <stdint.h>

#include "facts/facts.h"

/* One translation unit to parse. */
struct extract_request {
    const char *file; /* absolute */
    const char *const
        *args; /* clang's arguments without program and file: final, nothing is added but libclang's
                  own needs (resource folder, case-insensitive overlay) */
    uint32_t n_args;
    const char *source_root; /* folder under which headers are the project's own even if found by
                                -isystem; NULL: none */
    const char *preamble; /* a file that facts_make_preamble() made, for the directives that the
                             file begins with: facts are the same, it is only faster.  NULL: none.
                             Where it does not fit, it is not used */
    bool *on_preamble;    /* set to whether it was; may be NULL */
};

/* Parses and extracts.  Always returns a unit; one that clang could not read has UNIT_FAILED and a
 * reason. */
struct unit *facts_extract(struct arena *arena, const struct extract_request *request);

/* Precompiles the directives that the file of the request begins with, `n` of them, into the file
 * `path`; the request's preamble may stand for the first ones.  Returns NULL, or why there is no
 * preamble: an error in a header, something that other units would see otherwise. */
const char *facts_make_preamble(struct arena *arena, const struct extract_request *request,
                                uint32_t n, const char *path);

/* Parses and forgets: what extraction costs is measured against this. */
void facts_parse(const struct extract_request *request);

/* Returns libclang's version in words. */
const char *facts_clang_version(struct arena *arena);

/* Returns the path of libclang's library, or NULL if the system does not tell. */
const char *facts_clang_library(struct arena *arena);

#endif
