/*
 * utf.c - decoding of UTF-8, and how wide characters are.
 *
 * Takes bytes of any origin; gives characters.  Knows nothing of files and lines.
 */
#include "report/utf.h"

#include <stdbool.h>

enum { REPLACEMENT = 0xfffd };

/* What the first byte of a sequence allows: how many bytes follow, and the bounds of the next. */
struct lead {
    uint32_t bits; /* of the character, from the first byte */
    size_t follow;
    unsigned char low, high;
};

static struct lead lead_of(unsigned char byte)
{
    if (byte < 0x80) {
        return (struct lead){byte, 0, 0x80, 0xbf};
    }
    if (byte >= 0xc2 && byte <= 0xdf) {
        return (struct lead){byte & 0x1fu, 1, 0x80, 0xbf};
    }
    if (byte >= 0xe0 && byte <= 0xef) {
        return (struct lead){byte & 0xfu, 2, byte == 0xe0 ? 0xa0 : 0x80,
                             byte == 0xed ? 0x9f : 0xbf};
    }
    if (byte >= 0xf0 && byte <= 0xf4) {
        return (struct lead){byte & 0x7u, 3, byte == 0xf0 ? 0x90 : 0x80,
                             byte == 0xf4 ? 0x8f : 0xbf};
    }
    return (struct lead){REPLACEMENT, 0, 0x80, 0xbf};
}

size_t utf_decode(const char *text, size_t left, uint32_t *c)
{
    struct lead lead = lead_of((unsigned char)text[0]);
    *c = lead.bits;
    for (size_t i = 1; i <= lead.follow; i++) {
        unsigned char byte = i < left ? (unsigned char)text[i] : 0;
        if (byte < lead.low || byte > lead.high) {
            *c = REPLACEMENT;
            return i;
        }
        *c = *c << 6 | (byte & 0x3fu);
        lead.low = 0x80;
        lead.high = 0xbf;
    }
    return 1 + lead.follow;
}

void utf_add(struct strbuf *out, uint32_t c)
{
    if (c < 0x80) {
        strbuf_addc(out, (char)c);
        return;
    }
    int follow = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char marks[] = {0, 0xc0, 0xe0, 0xf0};
    strbuf_addc(out, (char)(marks[follow] | c >> (6 * follow)));
    for (int i = follow - 1; i >= 0; i--) {
        strbuf_addc(out, (char)(0x80u | (c >> (6 * i) & 0x3fu)));
    }
}

uint32_t utf_units(const char *text, size_t len)
{
    uint32_t units = 0;
    for (size_t i = 0; i < len;) {
        uint32_t c;
        i += utf_decode(text + i, len - i, &c);
        units += c > 0xffff ? 2 : 1;
    }
    return units;
}

char *utf_clean(struct arena *arena, const char *text, size_t len)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (size_t i = 0; i < len;) {
        uint32_t c;
        i += utf_decode(text + i, len - i, &c);
        utf_add(&out, c == 0 ? REPLACEMENT : c);
    }
    return out.text;
}

/* A run of characters. */
struct run {
    uint32_t first, last;
};

static bool in_runs(uint32_t c, const struct run *runs, size_t n_runs)
{
    for (size_t i = 0; i < n_runs; i++) {
        if (c >= runs[i].first && c <= runs[i].last) {
            return true;
        }
    }
    return false;
}

uint32_t utf_width(uint32_t c)
{
    static const struct run none[] = {
        {0x300, 0x36f}, {0x200b, 0x200d}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}, {0xe0100, 0xe01ef}};
    static const struct run wide[] = {{0x1100, 0x115f}, {0x2e80, 0xa4cf},   {0xac00, 0xd7a3},
                                      {0xf900, 0xfaff}, {0xfe30, 0xfe6f},   {0xff00, 0xff60},
                                      {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}};
    if (in_runs(c, none, sizeof none / sizeof *none)) {
        return 0;
    }
    return in_runs(c, wide, sizeof wide / sizeof *wide) ? 2 : 1;
}
