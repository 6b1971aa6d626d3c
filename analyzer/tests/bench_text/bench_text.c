/*
 * bench_text.c - how fast texts are read for what they mention.
 *
 *     bench_text FILE...
 *
 * Prints the speed, and that of memchr() looking for the ends of the same texts' lines, in the same
 * run; with how many names were found, and how many texts are unclear.  Exits with 1 if a file
 * cannot be read, or no name is found in all of them.
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/os.h"
#include "facts/mentions.h"

/* What was measured. */
struct totals {
    size_t bytes;
    size_t n_lines, n_names;
    uint32_t n_unclear;
    clock_t scanning, searching;
};

static size_t count_lines(const char *text, size_t len)
{
    size_t n = 0;
    for (const char *at = text; (at = memchr(at, '\n', len - (size_t)(at - text))) != NULL; at++) {
        n++;
    }
    return n;
}

/* Returns false if the file cannot be read. */
static bool measure(const char *path, struct totals *totals)
{
    struct arena *arena = arena_create();
    size_t len = 0;
    const char *text = os_read_file(arena, path, &len, NULL);
    struct mentions mentions = {0};
    if (text != NULL) {
        clock_t begin = clock();
        totals->n_lines += count_lines(text, len);
        clock_t middle = clock();
        mentions_scan(arena, text, len, &mentions);
        totals->scanning += clock() - middle;
        totals->searching += middle - begin;
        totals->bytes += len;
        totals->n_names += mentions.code.n;
        totals->n_unclear += mentions.unclear ? 1 : 0;
    }
    arena_destroy(arena);
    return text != NULL;
}

/* In millions of bytes a second. */
static double speed(size_t bytes, clock_t spent)
{
    return spent == 0 ? 0 : (double)bytes * CLOCKS_PER_SEC / (double)spent / 1e6;
}

int main(int argc, char **argv)
{
    struct totals totals = {0};
    bool good = argc > 1;
    for (int i = 1; i < argc; i++) {
        if (!measure(argv[i], &totals)) {
            fprintf(stderr, "bench_text: %s: cannot be read\n", argv[i]);
            good = false;
        }
    }
    printf("%zu bytes, %zu lines, %zu names, %u texts unclear: %.0f MB/s; memchr() %.0f MB/s\n",
           totals.bytes, totals.n_lines, totals.n_names, totals.n_unclear,
           speed(totals.bytes, totals.scanning), speed(totals.bytes, totals.searching));
    return good && totals.n_names > 0 ? 0 : 1;
}
