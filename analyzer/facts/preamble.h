/*
 * preamble.h - what is known of a precompiled preamble besides clang's own file.
 *
 * A preamble stands for the directives that several units begin with.  It may stand on another
 * one, for the directives before its own.  Its description is a text file beside clang's file, with
 * a checksum, and says all that extraction needs of the headers.  It knows no clang.
 */
#ifndef DLL_FACTS_PREAMBLE_H
#define DLL_FACTS_PREAMBLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "facts/facts.h"

/* A file that clang wrote: this preamble's, or that of one below it. */
struct preamble_part {
    const char *path; /* absolute */
    uint64_t size;
    const char *hash;
    const char *source; /* the name under which its directives were parsed; there is no such file */
    uint32_t first, n;  /* its directives */
};

/* A declaration of a header of the project, of which a unit has facts even if it uses it not. */
struct preamble_decl {
    bool if_defined; /* a variable that is declared only: has facts if the unit defines it */
    const char *file;
    uint32_t offset; /* bytes */
    uint32_t kind;   /* clang's */
    const char *usr;
};

/* A preamble with all those that it stands on. */
struct preamble {
    VEC(struct preamble_part) parts; /* the last one is the preamble's own */
    VEC(const char *) directives;    /* texts, see struct directive */
    VEC(struct source_file) files;   /* all that were read, by path */
    VEC(struct preamble_decl) decls; /* in the order in which a unit has them */
};

/* Appends the description. */
void preamble_write(struct strbuf *out, const struct preamble *preamble);

/* Reads a description; the text is hostile input.  Returns NULL if it is damaged or of another
 * version. */
struct preamble *preamble_read(struct arena *arena, const char *text, size_t len);

/* Reads the description of the preamble in the file `path`.  Returns NULL if there is no good one.
 */
struct preamble *preamble_load(struct arena *arena, const char *path);

/* True if all of clang's files of the preamble are there and are those that were written. */
bool preamble_is_whole(const struct preamble *preamble);

/* Returns the name of the description of a preamble in the file `path`. */
const char *preamble_description(struct arena *arena, const char *path);

#endif
