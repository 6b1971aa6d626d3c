/* vec.c - growing arrays: the capacity doubles, the old copy stays in the arena. */
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

void *vec_reserve(struct arena *arena, void *at, uint32_t n, uint32_t *cap, size_t size)
{
    if (n < *cap) {
        return at;
    }
    if (*cap > UINT32_MAX / 2) {
        abort(); /* four billion elements: our bug */
    }
    uint32_t larger = *cap == 0 ? 8 : *cap * 2;
    void *moved = arena_alloc(arena, size * larger);
    if (n > 0) {
        memcpy(moved, at, size * n);
    }
    *cap = larger;
    return moved;
}
