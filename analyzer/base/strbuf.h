/* strbuf.h - text that grows: every writer of the program writes into one of these. */
#ifndef DLL_BASE_STRBUF_H
#define DLL_BASE_STRBUF_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"

/* Text of `len` bytes at `text`, always with a NUL behind it once something was added. */
struct strbuf {
    struct arena *arena; /* where the text lives; set by strbuf_init() */
    char *text;          /* never NULL after strbuf_init() */
    size_t len;          /* bytes without the NUL */
    size_t cap;          /* bytes allocated */
};

/* Makes an empty buffer whose text lives in `arena`. */
void strbuf_init(struct strbuf *buf, struct arena *arena);

/* Appends `len` bytes. */
void strbuf_add(struct strbuf *buf, const char *text, size_t len);

/* Appends a NUL-terminated string. */
void strbuf_adds(struct strbuf *buf, const char *text);

/* Appends one byte. */
void strbuf_addc(struct strbuf *buf, char c);

/* Appends a number in decimal: strbuf_printf() with "%lld", but fast. */
void strbuf_add_number(struct strbuf *buf, int64_t number);

/* Appends formatted text. */
ATTR_PRINTF(2, 3) void strbuf_printf(struct strbuf *buf, const char *format, ...);

#endif
