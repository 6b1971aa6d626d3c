/*
 * line_hash.c - GitHub's primaryLocationLineHash, as github/codeql-action defines it.
 *
 * The text as UTF-16 code units loses its spaces and tabs; each line ending becomes one LF; one
 * unit 0xFFFF and then zeros follow.  The hash of a line is the polynomial with base 37 modulo 2^64
 * of the 100 units from its first one (so a line's hash depends on the lines behind it), in
 * hexadecimal; ":n" says how often this value has occurred in the file so far.
 *
 * Here: the units are collected first, then one window rolls over them.
 */
#include "report/line_hash.h"

#include <inttypes.h>
#include <stdbool.h>

#include "base/strmap.h"
#include "base/vec.h"
#include "report/utf.h"

enum { WINDOW = 100, BASE = 37, END_OF_TEXT = 0xffff };

/* The units that are hashed, and where lines begin among them. */
struct units {
    VEC(uint16_t) all;
    VEC(uint32_t) lines;
    bool at_line_start;
    bool after_cr; /* the unit before was a CR: a LF now belongs to it */
};

static void push_unit(struct arena *arena, struct units *units, uint16_t unit)
{
    bool skipped = unit == ' ' || unit == '\t' || (units->after_cr && unit == '\n');
    units->after_cr = !skipped && unit == '\r';
    if (skipped) {
        return;
    }
    if (units->at_line_start) {
        VEC_PUSH(arena, &units->lines, units->all.n);
    }
    uint16_t hashed = unit == '\r' ? '\n' : unit;
    units->at_line_start = hashed == '\n';
    VEC_PUSH(arena, &units->all, hashed);
}

static struct units collect(struct arena *arena, const char *text, size_t len)
{
    struct units units = {.at_line_start = true};
    for (size_t i = 0; i < len;) {
        uint32_t c;
        i += utf_decode(text + i, len - i, &c);
        if (c > 0xffff) {
            push_unit(arena, &units, (uint16_t)(0xd800 + ((c - 0x10000) >> 10)));
            c = 0xdc00 + ((c - 0x10000) & 0x3ff);
        }
        push_unit(arena, &units, (uint16_t)c);
    }
    push_unit(arena, &units, END_OF_TEXT);
    return units;
}

static uint64_t unit_at(const struct units *units, size_t i)
{
    return i < units->all.n ? units->all.at[i] : 0;
}

struct line_hashes line_hashes(struct arena *arena, const char *text, size_t len)
{
    struct arena *scratch = arena_create();
    struct units units = collect(scratch, text, len);
    struct strmap *seen = strmap_create(scratch);
    struct line_hashes hashes = {ARENA_NEW_N(arena, const char *, units.lines.n), 0};
    uint64_t top = 1; /* 37 to the 100th */
    uint64_t hash = 0;
    for (size_t i = 0; i < WINDOW; i++) {
        top *= BASE;
        hash = hash * BASE + unit_at(&units, i);
    }
    for (size_t i = 0; hashes.n < units.lines.n; i++) {
        if (units.lines.at[hashes.n] == i) {
            const char *hex = arena_printf(scratch, "%" PRIx64, hash);
            uint32_t n = 0;
            strmap_get(seen, hex, &n);
            strmap_put(seen, hex, n + 1);
            hashes.at[hashes.n++] = arena_printf(arena, "%s:%" PRIu32, hex, n + 1);
        }
        hash = hash * BASE + unit_at(&units, i + WINDOW) - top * unit_at(&units, i);
    }
    arena_destroy(scratch);
    return hashes;
}
