/*
 * utf.h - bytes of sources as characters, as editors and GitHub see them.
 *
 * Ill-formed UTF-8 is decoded as the WHATWG Encoding Standard says
 * (https://encoding.spec.whatwg.org): one U+FFFD for each maximal part of a sequence.  Columns must
 * follow the same rule, else they point beside the call.
 */
#ifndef DLL_REPORT_UTF_H
#define DLL_REPORT_UTF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/strbuf.h"

/* Decodes one character of `left` (at least 1) bytes; `*c` gets it, or U+FFFD.  Returns the bytes
 * it took, at least 1. */
size_t utf_decode(const char *text, size_t left, uint32_t *c);

/* Appends a character as UTF-8. */
void utf_add(struct strbuf *out, uint32_t c);

/* Returns how many UTF-16 code units `len` bytes are. */
uint32_t utf_units(const char *text, size_t len);

/* Returns the bytes as valid UTF-8; NULs and ill-formed parts become U+FFFD. */
char *utf_clean(struct arena *arena, const char *text, size_t len);

/* Returns how many columns of a terminal the character takes: 0, 1 or 2. */
uint32_t utf_width(uint32_t c);

#endif
