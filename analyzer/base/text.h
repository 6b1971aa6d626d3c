/* text.h - encodings, escaping, globs and the nearest word. */
#ifndef DLL_BASE_TEXT_H
#define DLL_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/strbuf.h"

/* Returns true if the bytes are well-formed UTF-8. */
bool text_is_utf8(const char *text, size_t len);

/* Returns the text with every ill-formed byte replaced by U+FFFD. */
char *text_clean_utf8(struct arena *arena, const char *text, size_t len);

/* Converts UTF-16 with a byte order mark to UTF-8 without one.  `*out_len` gets the bytes of the
 * result.  Returns NULL when the text has no UTF-16 mark; a UTF-8 mark is the caller's to skip. */
char *text_from_utf16(struct arena *arena, const char *text, size_t len, size_t *out_len);

/* Returns how many UTF-16 code units the first `bytes` bytes of a line of UTF-8 are (SARIF's
 * columns). */
uint32_t text_utf16_units(const char *line, size_t bytes);

/* Appends the text with control characters, and bytes that are not UTF-8, made visible as \xNN, so
 * that it can reach a terminal.  Tabs and newlines pass if `keep_lines`. */
void text_escape_control(struct strbuf *out, const char *text, bool keep_lines);

/* Returns true if the text matches the glob: `*` any run, `?` one byte, everything else itself. */
bool text_glob(const char *glob, const char *text);

/* The same with the case of ASCII letters ignored. */
bool text_glob_nocase(const char *glob, const char *text);

/* Returns true if both are the same but for the case of ASCII letters. */
bool text_same_nocase(const char *a, const char *b);

bool text_starts(const char *text, const char *prefix); /* true if `text` begins with `prefix` */
bool text_ends(const char *text, const char *suffix);   /* true if `text` ends with `suffix` */

/* Returns the word nearest to `word`, the first of several, NULL if none is near.  Near is an edit
 * distance of at most a third of the length of `word`, rounded up, at least 1; the case of ASCII
 * letters does not count. */
const char *text_nearest(const char *word, const char *const *words, size_t n_words);

#endif
