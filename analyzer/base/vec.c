/* vec.c - growing arrays: the capacity doubles, in place where the arena can. */
#include "base/vec.h"

#include <stdlib.h>

void *vec_reserve(struct arena *arena, void *at, uint32_t n, uint32_t *cap, size_t size)
{
    if (n < *cap) {
        return at;
    }
    if (*cap > UINT32_MAX / 2) {
        abort(); /* four billion elements: our bug */
    }
    uint32_t larger = *cap == 0 ? 4 : *cap * 2;
    void *moved = *cap == 0 ? arena_alloc(arena, size * larger)
                            : arena_grow(arena, at, size * *cap, size * larger);
    *cap = larger;
    return moved;
}
