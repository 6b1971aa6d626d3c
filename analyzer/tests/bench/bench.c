/*
 * bench.c - what linking and walking a large program costs.
 *
 *     bench_walk [FUNCTIONS [CALLS]]
 *
 * Prints figures; exits with 1 if the walk does not reach exactly what the plan says, or needs more
 * contexts for a function than it may, whatever the size of the program.  What the
 * time is compared with are two ways to go once over the same facts: hashing their bytes, and
 * reading them from their text.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/hash.h"
#include "base/os.h"
#include "emit.h"
#include "facts/text.h"
#include "walk/walk.h"

/* Contexts of one function, on average: 3.40 in plans of five calls a function.  A walk whose
 * contexts multiply with the size of the program has more soon. */
#define MOST_CONTEXTS 3.5

/* Seconds of this process since the last call. */
static double lap(void)
{
    static clock_t before;
    clock_t now = clock();
    double seconds = (double)(now - before) / CLOCKS_PER_SEC;
    before = now;
    return seconds;
}

/* Hashes everything that the units consist of but their strings. */
static uint64_t hash_units(const struct unit **units, uint32_t n)
{
    uint64_t hash = 0;
    for (uint32_t u = 0; u < n; u++) {
        const struct unit *unit = units[u];
        hash ^= hash_u64(unit->nodes.at, sizeof *unit->nodes.at * unit->nodes.n);
        hash ^= hash_u64(unit->wheres.at, sizeof *unit->wheres.at * unit->wheres.n);
        hash ^= hash_u64(unit->symbols.at, sizeof *unit->symbols.at * unit->symbols.n);
        hash ^= hash_u64(unit->functions.at, sizeof *unit->functions.at * unit->functions.n);
    }
    return hash;
}

/* Returns the seconds that reading all units from text would take, by some of them. */
static double time_text(const struct unit **units, uint32_t n)
{
    enum { SAMPLE = 20 };
    double seconds = 0;
    uint32_t read = n < SAMPLE ? n : SAMPLE;
    for (uint32_t u = 0; u < read; u++) {
        struct arena *arena = arena_create();
        struct strbuf text;
        strbuf_init(&text, arena);
        facts_write(&text, units[(uint64_t)u * n / read]);
        const char *error = NULL;
        (void)lap();
        if (facts_read(arena, text.text, text.len, &error) == NULL) {
            fprintf(stderr, "bench_walk: facts: %s\n", error);
        }
        seconds += lap();
        arena_destroy(arena);
    }
    return seconds * n / read;
}

static double per(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* Returns NULL after saying why. */
static struct packs *load_packs(struct arena *arena)
{
    struct strbuf messages;
    strbuf_init(&messages, arena);
    struct diag diag = {.to = &messages};
    struct packs *packs = packs_load(arena, NULL, 0, &diag);
    if (packs == NULL) {
        fputs(messages.text, stderr);
    }
    return packs;
}

/* Links and walks the plan and prints what that cost; returns true if the result is right. */
static bool run(struct arena *arena, const struct plan *plan, const struct packs *packs)
{
    const struct unit **units = emit_units(arena, plan);
    struct plan_truth truth = plan_solve(plan, packs);
    uint64_t facts_kib = os_peak_memory_kib();
    double text = time_text(units, plan->n_units);
    (void)lap();
    volatile uint64_t hash = hash_units(units, plan->n_units); /* so that it is not left out */
    (void)hash;
    double hashing = lap();
    struct program_input input = {
        .module = "bench", .packs = packs, .units = units, .n_units = plan->n_units};
    struct arena *own = arena_create();
    const struct program *program = program_link(own, &input);
    double linking = lap();
    const struct reach *reach = walk_program(own, program);
    double walking = lap();
    uint64_t kib = os_peak_memory_kib();
    bool few = plan->n_calls > 5 * (uint64_t)plan->n_functions ||
               reach->n_contexts <= MOST_CONTEXTS * (double)reach->n_functions;
    bool right = reach->sinks.n == truth.sinks && reach->cuts.n == 0 && few;
    printf("functions %" PRIu32 "  calls %" PRIu32 "  units %" PRIu32 "  states %" PRIu64 "\n",
           plan->n_functions, plan->n_calls, plan->n_units, truth.states);
    printf("walked    %" PRIu32 " functions in %" PRIu32 " contexts, %" PRIu32
           " sinks (expected %" PRIu64 "), %" PRIu32 " cuts: %s\n",
           reach->n_functions, reach->n_contexts, reach->sinks.n, truth.sinks, reach->cuts.n,
           right ? "right" : "WRONG");
    printf("time      link %.2f s, walk %.2f s; hashing the facts %.2f s, reading their text %.2f "
           "s\n",
           linking, walking, hashing, text);
    printf("ratio     link and walk : reading the text = %.2f\n", per(linking + walking, text));
    printf("memory    facts %" PRIu64 " MiB, peak %" PRIu64 " MiB; link and walk %.0f bytes a "
           "function\n",
           facts_kib / 1024, kib / 1024, per((double)(kib - facts_kib) * 1024, plan->n_functions));
    arena_destroy(own);
    return right;
}

int main(int argc, char **argv)
{
    uint32_t n_functions = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 1000000;
    uint32_t n_calls = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 5 * n_functions;
    if (n_functions < 16 || n_calls < n_functions) {
        fputs("usage: bench_walk [FUNCTIONS [CALLS]]  (at least 16, and as many calls)\n", stderr);
        return 2;
    }
    struct arena *arena = arena_create();
    struct packs *packs = load_packs(arena);
    bool right = false;
    if (packs != NULL) {
        struct plan plan = plan_make(arena, n_functions, n_calls);
        right = run(arena, &plan, packs);
    }
    arena_destroy(arena);
    return right ? 0 : 1;
}
