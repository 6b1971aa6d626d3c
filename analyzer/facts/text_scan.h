/*
 * text_scan.h - the tokens of the text form of facts, read.  Private to facts/.
 *
 * The first error stays: it moves the scanner to the end of the text, so that every loop ends
 * without looking at it.
 */
#ifndef DLL_FACTS_TEXT_SCAN_H
#define DLL_FACTS_TEXT_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "facts/text_words.h"

/* A text and how far it was read. */
struct scan {
    struct arena *arena; /* for strings and the message */
    const char *text;    /* its begin, for the line's number */
    const char *at;      /* what comes next */
    const char *end;
    const char *error; /* the first error; NULL as long as there was none */
};

/* Begins to read `len` bytes, of which none may be NUL. */
void scan_init(struct scan *scan, struct arena *arena, const char *text, size_t len);

/* Skips blanks, labels and comments.  Returns the first byte of the next token, NUL at the end. */
char scan_peek(struct scan *scan);

/* Takes the byte, which must come next. */
void scan_take(struct scan *scan, char c);

/* Takes and returns a word; it is empty when none comes next. */
struct word scan_word(struct scan *scan);

/* Takes a number from 0 to `max`, described by `what` ("a line"). */
uint64_t scan_number(struct scan *scan, uint64_t max, const char *what);

/* Takes a number that may have a sign and has 64 bits. */
int64_t scan_integer(struct scan *scan);

/* Takes a string in quotes.  Never returns NULL. */
const char *scan_string(struct scan *scan);

/* Makes it an error that the formatted thing was not found at `token`, a place in the text. */
ATTR_PRINTF(3, 4)
void scan_expected(struct scan *scan, const char *token, const char *format, ...);

/* The same for a word that is in none of the tables; names the nearest that is.  `what` describes
 * them ("a node's kind"). */
void scan_unknown(struct scan *scan, struct word word, const char *what,
                  const struct word_table *const *tables, size_t n_tables);

#endif
