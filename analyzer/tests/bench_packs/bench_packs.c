/*
 * bench_packs.c - what loading the packs in the program costs: every run of the program pays it.
 *
 *     bench_packs [RUNS]
 *
 * Prints the time as a multiple of that of reading the same bytes as JSON and no more, both in
 * milliseconds, too, as medians of the runs; without RUNS nothing is timed.  Exits with 1 if the
 * packs cannot be loaded.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/json.h"
#include "packs/embedded.h"
#include "packs/packs.h"

enum { MOST_RUNS = 999 };

static double milliseconds_since(clock_t begin)
{
    return 1000.0 * (double)(clock() - begin) / CLOCKS_PER_SEC;
}

/* Returns the time of one loading, a negative number if it fails; sets the number of entries. */
static double time_load(uint32_t *n_entries)
{
    struct arena *arena = arena_create();
    struct diag diag = {0};
    clock_t begin = clock();
    const struct packs *packs = packs_load(arena, NULL, 0, &diag);
    double spent = packs == NULL ? -1 : milliseconds_since(begin);
    *n_entries = packs == NULL ? 0 : packs->apis.n;
    arena_destroy(arena);
    return spent;
}

static double time_json(size_t *bytes)
{
    struct arena *arena = arena_create();
    clock_t begin = clock();
    *bytes = 0;
    for (const struct packs_embedded *pack = packs_embedded; pack->file != NULL; pack++) {
        const char *error = NULL;
        (void)json_parse(arena, pack->text, pack->len, &error);
        *bytes += pack->len;
    }
    double spent = milliseconds_since(begin);
    arena_destroy(arena);
    return spent;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times, int n)
{
    qsort(times, (size_t)n, sizeof *times, compare);
    return times[n / 2];
}

static void print_times(int runs)
{
    static double load[MOST_RUNS];
    static double json[MOST_RUNS];
    uint32_t n_entries = 0;
    size_t bytes = 0;
    for (int i = 0; i < runs; i++) {
        load[i] = time_load(&n_entries);
        json[i] = time_json(&bytes);
    }
    double whole = median(load, runs);
    double text = median(json, runs);
    printf("packs: %u entries of %zu bytes load in %.1f ms, %.1f times their JSON (%.1f ms)\n",
           n_entries, bytes, whole, text > 0 ? whole / text : 0.0, text);
}

int main(int argc, char **argv)
{
    int runs = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 0;
    uint32_t n_entries = 0;
    if (time_load(&n_entries) < 0 || n_entries == 0) {
        return 1;
    }
    if (runs > 0) {
        print_times(runs > MOST_RUNS ? MOST_RUNS : runs);
    }
    return 0;
}
