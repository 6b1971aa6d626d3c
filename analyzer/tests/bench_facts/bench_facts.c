/*
 * bench_facts.c - what the facts of a unit with large headers cost.
 *
 *     bench_facts [RUNS]
 *
 * Prints the time of making facts as a multiple of that of clang's parsing, in the same process, as
 * the median of the runs; without RUNS nothing is timed.  Exits with 1 if the facts hold more than
 * those of the same code without the headers.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "facts/extract.h"
#include "facts/resources.h"
#include "project/mingw.h"

#define FOLDER SOURCE_FOLDER "/analyzer/tests/bench_facts/"

enum { MAX_RUNS = 99, MAX_ARGS = 32 };

/* The arguments that both sides get. */
struct flags {
    const char *at[MAX_ARGS];
    uint32_t n;
};

static struct flags make_flags(struct arena *arena)
{
    static const char *const usual[] = {"-std=c++17", "--target=x86_64-w64-windows-gnu",
                                        "-fms-extensions", "-ferror-limit=0", "-w"};
    struct flags flags = {.n = 0};
    struct arguments library = mingw_cxx_args(arena, "x86_64");
    for (uint32_t i = 0; i < library.n && flags.n < MAX_ARGS / 2; i++) {
        flags.at[flags.n++] = library.at[i];
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        flags.at[flags.n++] = usual[i];
    }
    const char *resources = facts_resource_folder(arena);
    if (resources) {
        flags.at[flags.n++] = arena_printf(arena, "-resource-dir=%s", resources);
    }
    return flags;
}

static struct extract_request request_for(const struct flags *flags, const char *file)
{
    return (struct extract_request){.file = file, .args = flags->at, .n_args = flags->n};
}

static double seconds_since(clock_t begin)
{
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

static double time_facts(const struct extract_request *request)
{
    struct arena *arena = arena_create();
    clock_t begin = clock();
    (void)facts_extract(arena, request);
    double seconds = seconds_since(begin);
    arena_destroy(arena);
    return seconds;
}

static double time_parse(const struct extract_request *request)
{
    clock_t begin = clock();
    facts_parse(request);
    return seconds_since(begin);
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const struct extract_request *request, int runs)
{
    double facts[MAX_RUNS] = {0};
    double parses[MAX_RUNS] = {0};
    for (int i = 0; i < runs; i++) {
        facts[i] = time_facts(request);
        parses[i] = time_parse(request);
    }
    qsort(facts, (size_t)runs, sizeof *facts, compare);
    qsort(parses, (size_t)runs, sizeof *parses, compare);
    double parse = parses[runs / 2];
    printf("parse %.2f s, facts with their parse %.2f s: %.2f times\n", parse, facts[runs / 2],
           parse > 0 ? facts[runs / 2] / parse : 0);
}

int main(int argc, char **argv)
{
    struct arena *arena = arena_create();
    struct flags flags = make_flags(arena);
    long runs = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    struct extract_request few = request_for(&flags, FOLDER "plain.cpp");
    struct extract_request many = request_for(&flags, FOLDER "heavy.cpp");
    const struct unit *plain = facts_extract(arena, &few);
    const struct unit *heavy = facts_extract(arena, &many);
    printf("functions %u and %u, symbols %u and %u, nodes %u and %u with %u more files\n",
           plain->functions.n, heavy->functions.n, plain->symbols.n, heavy->symbols.n,
           plain->nodes.n, heavy->nodes.n, heavy->files.n - plain->files.n);
    if (runs > 0) {
        print_times(&many, runs < MAX_RUNS ? (int)runs : MAX_RUNS);
    }
    bool same = plain->status == UNIT_COMPLETE && heavy->status == UNIT_COMPLETE &&
                plain->functions.n == heavy->functions.n && plain->symbols.n == heavy->symbols.n &&
                plain->nodes.n == heavy->nodes.n;
    arena_destroy(arena);
    return same ? 0 : 1;
}
