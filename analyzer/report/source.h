/*
 * source.h - the text of the sources that a report shows: lines, columns, GitHub's line hashes.
 *
 * A file is read once.  One that cannot be read (moved since, a foreign machine's facts) has no
 * lines; reports then show places without text.
 */
#ifndef DLL_REPORT_SOURCE_H
#define DLL_REPORT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "walk/reach.h"

struct sources;

/* Part of a file: bytes as they are, not NUL-terminated; no line ending. */
struct slice {
    const char *text;
    size_t len;
};

/* Returns an empty cache that lives as long as the arena. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL struct sources *sources_create(struct arena *arena);

/* Finds line `line` (from 1; ended by LF, CR or CRLF).  Returns false if there is none. */
bool source_line(struct sources *sources, const char *file, uint32_t line, struct slice *out);

/* Gives the whole text of a file, in UTF-8 where it was UTF-16.  Returns false if it cannot be
 * read. */
bool source_text(struct sources *sources, const char *file, struct slice *out);

/* Returns the number of lines; an empty one behind the last line ending does not count.  0: the
 * file is empty or cannot be read. */
uint32_t source_n_lines(struct sources *sources, const char *file);

/* Returns the column of a place in UTF-16 code units from 1 (SARIF's columns, VS Code's); the bytes
 * are taken for it where the line cannot be read, and 1 where the column is not known. */
uint32_t source_column(struct sources *sources, const struct place *place);

/* A token of a line, in bytes from its beginning. */
struct token {
    size_t from, to; /* `to` is behind the last byte */
};

/* Returns the name that begins at the place, with what is joined to it by "::", "." and "->" (at
 * least one character); the line without its indentation if the column is not known. */
struct token source_token(struct slice line, uint32_t column);

/* Where the token of a place stands in its line. */
struct span {
    uint32_t from, to;  /* UTF-16 columns from 1; `to` is behind the last unit */
    struct slice line;  /* the whole line; its text is NULL if it cannot be read */
    struct token token; /* the same in bytes */
};

/* Returns the span of the token that begins at the place; one unit if the line cannot be read. */
struct span source_span(struct sources *sources, const struct place *place);

/* Returns GitHub's `primaryLocationLineHash` of a line ("b8d04f004959bdc2:1"), or NULL if there is
 * no such line.  It is what github/codeql-action computes for alerts that move with their line. */
const char *source_line_hash(struct sources *sources, const char *file, uint32_t line);

#endif
