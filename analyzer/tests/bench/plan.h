/*
 * plan.h - a program that is made up, and what is true of it.
 *
 * A plan says for every function whom it calls, under which condition and with what; it is small,
 * and which API calls are reached in which phase can be told from it alone.  emit.h makes facts of
 * it.  The same numbers always give the same plan.
 */
#ifndef DLL_TESTS_BENCH_PLAN_H
#define DLL_TESTS_BENCH_PLAN_H

#include "packs/packs.h"

enum {
    PLAN_PER_UNIT = 1000, /* functions of one unit */
    PLAN_TABLES = 2,      /* tables of functions in one unit */
    PLAN_FIELDS = 4,      /* functions in each */
    PLAN_INPUTS = 8,      /* what a function can be handed: 0 to 7 ... */
    PLAN_UNKNOWN = 8,     /* ... or something unknown ... */
    PLAN_OWN = 9          /* ... or what the caller was handed itself */
};

enum plan_how {
    PLAN_DIRECT,  /* f(3) */
    PLAN_POINTER, /* call = f; call(3) */
    PLAN_TABLE,   /* table.member(3): any function that stands there in a table of the unit */
    PLAN_LOADS,   /* an API that loads a DLL */
    PLAN_COM,     /* an API of COM */
    PLAN_HARMLESS /* an API without effects */
};

enum plan_guard {
    PLAN_ALWAYS,
    PLAN_EQUAL,  /* if (input == value) */
    PLAN_BIT,    /* if (input & value) */
    PLAN_GLOBAL, /* if (a global that anybody may write) */
    PLAN_NEVER   /* if (a static global that is 0 and never written) */
};

/* One call. */
struct plan_call {
    uint32_t callee; /* PLAN_DIRECT, PLAN_POINTER: index of a function; PLAN_TABLE: of a field */
    uint8_t how;     /* enum plan_how */
    uint8_t guard;   /* enum plan_guard */
    uint8_t value;   /* of the guard, 1 to 7 */
    uint8_t pass;    /* what is handed on */
};

/* The whole program.  Function 0 is DllMain: its input is the reason.  Functions whose index is a
 * multiple of 8 get their input as a field of a struct, by address. */
struct plan {
    uint32_t n_functions, n_calls, n_units;
    uint32_t *first;         /* by function: its calls are [first[f], first[f + 1]) */
    struct plan_call *calls; /* `n_calls` of them */
    uint32_t *tables;        /* [unit][table][field]: a function */
};

/* What is true of a plan. */
struct plan_truth {
    uint64_t sinks;  /* calls of APIs with effects, by phase in which they are reached */
    uint64_t states; /* functions by what they are handed, over all reasons */
};

/* Returns a plan with about so many calls; it lives in the arena. */
struct plan plan_make(struct arena *arena, uint32_t n_functions, uint32_t n_calls);

/* Returns whether a function gets its input by address. */
static inline bool plan_by_address(uint32_t function)
{
    return function != 0 && function % 8 == 0;
}

/* Returns what is true of the plan. */
struct plan_truth plan_solve(const struct plan *plan, const struct packs *packs);

#endif
