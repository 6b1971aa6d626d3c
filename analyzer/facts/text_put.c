/*
 * text_put.c - numbers, strings and labels of the text form of facts.  Takes any bytes; gives text
 * that has no control character and is UTF-8, and from which text_scan.c makes the same bytes.
 */
#include "facts/text_put.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum {
    MAX_LABEL = 80, /* bytes of a name that are shown beside an id */
};

void text_put_u64(struct strbuf *out, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;

    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value);
    strbuf_add(out, digits + at, sizeof digits - at);
}

void text_put_i64(struct strbuf *out, int64_t value)
{
    if (value < 0) {
        strbuf_addc(out, '-');
    }
    text_put_u64(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

/* Returns the length of the printable character at the start of the text; 0 if the first byte is to
 * be escaped: controls (C1 ones, too) and what is not UTF-8. */
static size_t printable_len(const char *text)
{
    unsigned char c = (unsigned char)*text;
    size_t len = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;

    if (c < 0x80) {
        return c >= 0x20 && c != 0x7f;
    }
    if (memchr(text, '\0', len) || !text_is_utf8(text, len)) {
        return 0;
    }
    return c == 0xc2 && (unsigned char)text[1] < 0xa0 ? 0 : len;
}

static void put_escaped(struct strbuf *out, char c)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char byte = (unsigned char)c;
    char hex[] = {'\\', 'x', digits[byte >> 4], digits[byte & 15]};

    switch (c) {
    case '"':
    case '\\':
        strbuf_add(out, (char[]){'\\', c}, 2);
        break;
    case '\n':
        strbuf_add(out, "\\n", 2);
        break;
    case '\t':
        strbuf_add(out, "\\t", 2);
        break;
    default:
        strbuf_add(out, hex, sizeof hex);
        break;
    }
}

void text_put_string(struct strbuf *out, const char *text)
{
    const char *run;

    strbuf_add(out, " \"", 2);
    for (run = text ? text : ""; *run;) {
        const char *end = run;
        size_t len;
        while (*end != '"' && *end != '\\' && (len = printable_len(end)) > 0) {
            end += len;
        }
        strbuf_add(out, run, (size_t)(end - run));
        run = end;
        if (*run) {
            put_escaped(out, *run++);
        }
    }
    strbuf_addc(out, '"');
}

void text_put_label(struct strbuf *out, const char *name)
{
    char label[MAX_LABEL + 1] = ";";
    size_t n = 1;

    for (; *name && n < sizeof label; name++) {
        bool plain = *name > ' ' && *name < 0x7f && !strchr("();\"", *name);
        label[n++] = plain ? *name : '_';
    }
    strbuf_add(out, label, n);
}
