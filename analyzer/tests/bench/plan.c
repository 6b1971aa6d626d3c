/*
 * plan.c - makes plans and finds out what is reached in them.
 *
 * Every function first calls the next one, so the calls are as deep as the program is large; all
 * other calls go anywhere, recursion included.
 */
#include "plan.h"

#include <string.h>

/* Returns a number below `bound` that depends on nothing but the arguments (splitmix64). */
static uint32_t draw(uint64_t seed, uint32_t salt, uint32_t bound)
{
    uint64_t z = seed * 64 + salt + UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    z ^= z >> 31;
    return (uint32_t)(z % bound);
}

static uint32_t draw_pass(uint64_t seed)
{
    uint32_t kind = draw(seed, 1, 100);
    if (kind < 10) {
        return draw(seed, 2, PLAN_INPUTS);
    }
    return kind < 15 ? PLAN_OWN : PLAN_UNKNOWN;
}

static uint32_t draw_guard(uint64_t seed)
{
    static const uint8_t guards[20] = {PLAN_EQUAL,  PLAN_EQUAL, PLAN_EQUAL,  PLAN_BIT,
                                       PLAN_BIT,    PLAN_BIT,   PLAN_GLOBAL, PLAN_GLOBAL,
                                       PLAN_GLOBAL, PLAN_NEVER};
    return guards[draw(seed, 3, 20)];
}

static struct plan_call draw_call(const struct plan *plan, uint32_t at)
{
    struct plan_call call = {.how = PLAN_DIRECT,
                             .callee = 1 + draw(at, 4, plan->n_functions - 1),
                             .guard = (uint8_t)draw_guard(at),
                             .value = (uint8_t)(1 + draw(at, 5, PLAN_INPUTS - 1)),
                             .pass = (uint8_t)draw_pass(at)};
    uint32_t kind = draw(at, 6, 1000);
    if (kind < 100) {
        call.how = PLAN_HARMLESS;
    } else if (kind < 106) {
        call.how = kind < 103 ? PLAN_LOADS : PLAN_COM;
    } else if (kind < 130) {
        call.how = PLAN_POINTER;
    } else if (kind < 150) {
        call.how = PLAN_TABLE;
        call.callee = draw(at, 7, PLAN_FIELDS);
        call.pass = PLAN_UNKNOWN;
    }
    return call;
}

struct plan plan_make(struct arena *arena, uint32_t n_functions, uint32_t n_calls)
{
    struct plan plan = {.n_functions = n_functions, .n_calls = n_calls};
    plan.n_units = (n_functions + PLAN_PER_UNIT - 1) / PLAN_PER_UNIT;
    plan.first = ARENA_NEW_N(arena, uint32_t, n_functions + 1);
    plan.calls = ARENA_NEW_N(arena, struct plan_call, n_calls);
    for (uint32_t f = 0; f <= n_functions; f++) {
        plan.first[f] = (uint32_t)((uint64_t)n_calls * f / n_functions);
    }
    for (uint32_t f = 0; f < n_functions; f++) {
        for (uint32_t c = plan.first[f]; c < plan.first[f + 1]; c++) {
            plan.calls[c] = draw_call(&plan, c);
        }
        if (f + 1 < n_functions && plan.first[f] < plan.first[f + 1]) {
            plan.calls[plan.first[f]] =
                (struct plan_call){.callee = f + 1, .how = PLAN_DIRECT, .pass = PLAN_UNKNOWN};
        }
    }
    uint32_t n = plan.n_units * PLAN_TABLES * PLAN_FIELDS;
    plan.tables = ARENA_NEW_N(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t f = 1 + draw(i, 8, n_functions - 1);
        plan.tables[i] = plan_by_address(f) ? f - 1 : f;
    }
    return plan;
}

/* A search through the functions and what they are handed. */
struct search {
    const struct plan *plan;
    uint16_t *seen; /* by function: bit set by input */
    uint64_t *work; /* function * 16 + input */
    uint32_t n_work;
    uint64_t n_states;
    uint64_t apis[2]; /* calls of APIs that are reached: PLAN_LOADS, PLAN_COM */
    bool *called;     /* by call: it is such a call, and counted */
};

static void visit(struct search *s, uint32_t function, uint32_t input)
{
    if (((uint32_t)s->seen[function] >> input & 1U) == 0) {
        s->seen[function] |= (uint16_t)(1U << input);
        s->work[s->n_work++] = (uint64_t)function * 16 + input;
        s->n_states++;
    }
}

static bool is_taken(const struct plan_call *call, uint32_t input)
{
    switch (call->guard) {
    case PLAN_EQUAL:
        return input == PLAN_UNKNOWN || input == call->value;
    case PLAN_BIT:
        return input == PLAN_UNKNOWN || (input & call->value) != 0;
    default:
        return call->guard != PLAN_NEVER;
    }
}

static void follow(struct search *s, uint32_t function, uint32_t input, uint32_t at)
{
    const struct plan_call *call = &s->plan->calls[at];
    if (!is_taken(call, input)) {
        return;
    }
    uint32_t pass = call->pass;
    if (pass == PLAN_OWN) {
        pass = call->guard == PLAN_EQUAL ? call->value : input;
    }
    if (call->how == PLAN_LOADS || call->how == PLAN_COM) {
        s->apis[call->how - PLAN_LOADS] += s->called[at] ? 0 : 1;
        s->called[at] = true;
    } else if (call->how == PLAN_TABLE) {
        const uint32_t *tables =
            s->plan->tables + (function / PLAN_PER_UNIT) * PLAN_TABLES * PLAN_FIELDS;
        for (uint32_t t = 0; t < PLAN_TABLES; t++) {
            visit(s, tables[t * PLAN_FIELDS + call->callee], pass);
        }
    } else if (call->how != PLAN_HARMLESS) {
        visit(s, call->callee, pass);
    }
}

static bool has_effect(const struct packs *packs, const char *name, enum phase phase)
{
    struct api_argument unknown = {0};
    uint32_t n = 0;
    const struct api *first = packs_find(packs, name, &n);
    const struct api *api =
        packs_choose(first, n, 1U << phase, &(struct api_call){&unknown, 1, NULL});
    return api != NULL && api->effects.n > 0;
}

struct plan_truth plan_solve(const struct plan *plan, const struct packs *packs)
{
    static const uint8_t reasons[PHASES] = {1, 1, 2, 3, 0, 0};
    struct plan_truth truth = {0};
    for (enum phase phase = 0; phase < PHASES; phase++) {
        struct arena *arena = arena_create();
        struct search s = {.plan = plan};
        s.seen = ARENA_NEW_N(arena, uint16_t, plan->n_functions);
        s.called = ARENA_NEW_N(arena, bool, plan->n_calls);
        s.work = ARENA_NEW_N(arena, uint64_t, (size_t)plan->n_functions * (PLAN_UNKNOWN + 1));
        visit(&s, 0, reasons[phase]);
        while (s.n_work > 0) {
            uint64_t next = s.work[--s.n_work];
            uint32_t function = (uint32_t)(next / 16);
            for (uint32_t c = plan->first[function]; c < plan->first[function + 1]; c++) {
                follow(&s, function, (uint32_t)(next % 16), c);
            }
        }
        truth.sinks += has_effect(packs, "LoadLibraryW", phase) ? s.apis[0] : 0;
        truth.sinks += has_effect(packs, "CoInitialize", phase) ? s.apis[1] : 0;
        truth.states += phase == PHASE_ATTACH_STATIC || phase == PHASE_DETACH_EXIT ? 0 : s.n_states;
        arena_destroy(arena);
    }
    return truth;
}
