/*
 * vec.h - growing arrays in an arena.
 *
 *     VEC(struct step) steps = {0};
 *     VEC_PUSH(arena, &steps, ((struct step){.line = 3}));
 *     for (uint32_t i = 0; i < steps.n; i++) { use(&steps.at[i]); }
 *
 * Growing copies, so pointers into `at` do not survive a push; ids (indices) do.
 */
#ifndef DLL_BASE_VEC_H
#define DLL_BASE_VEC_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* An array of T: elements, their number, the number there is room for. */
#define VEC(T)                                                                                     \
    struct {                                                                                       \
        T *at;                                                                                     \
        uint32_t n;                                                                                \
        uint32_t cap;                                                                              \
    }

/* Appends a copy of the value (a compound literal needs parentheses around it). */
#define VEC_PUSH(arena, v, ...)                                                                    \
    ((v)->at = (v)->n < (v)->cap                                                                   \
                   ? (v)->at                                                                       \
                   : vec_reserve((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at),            \
     (void)((v)->at[(v)->n++] = (__VA_ARGS__)))

/* Makes room for one more element of `size` bytes behind the `n` at `at`; returns the array, which
 * may have moved, and updates `cap`. */
void *vec_reserve(struct arena *arena, void *at, uint32_t n, uint32_t *cap, size_t size);

#endif
