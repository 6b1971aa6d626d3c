/*
 * idmap.c - open addressing, linear probing; a value of 0 with key (0, 0) marks a free place.
 *
 * The keys are pairs of ids, so they are mixed before use.  The pair (0, 0) cannot be stored.
 */
#include "program/idmap.h"

#include <assert.h>

/* One pair and its value. */
struct pair {
    uint32_t a, b, value;
};

struct idmap {
    struct arena *arena;
    struct pair *at;
    uint32_t n, cap; /* cap is a power of two */
};

static uint32_t mix(uint32_t a, uint32_t b)
{
    uint64_t x = ((uint64_t)a << 32 | b) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)((x ^ x >> 29) >> 16);
}

static uint32_t find(const struct idmap *map, uint32_t a, uint32_t b)
{
    uint32_t i = mix(a, b) & (map->cap - 1);
    while ((map->at[i].a != 0 || map->at[i].b != 0) && (map->at[i].a != a || map->at[i].b != b)) {
        i = (i + 1) & (map->cap - 1);
    }
    return i;
}

static void grow(struct idmap *map)
{
    struct idmap old = *map;
    map->cap = old.cap * 2;
    map->at = ARENA_NEW_N(map->arena, struct pair, map->cap);
    for (uint32_t i = 0; i < old.cap; i++) {
        if (old.at[i].a != 0 || old.at[i].b != 0) {
            map->at[find(map, old.at[i].a, old.at[i].b)] = old.at[i];
        }
    }
}

struct idmap *idmap_create(struct arena *arena)
{
    enum { FIRST_CAP = 256 };
    struct idmap *map = ARENA_NEW(arena, struct idmap);
    map->arena = arena;
    map->cap = FIRST_CAP;
    map->at = ARENA_NEW_N(arena, struct pair, map->cap);
    return map;
}

uint32_t *idmap_at(struct idmap *map, uint32_t a, uint32_t b)
{
    assert(a != 0 || b != 0);
    if (map->n >= map->cap / 2) {
        grow(map);
    }
    struct pair *pair = &map->at[find(map, a, b)];
    if (pair->a == 0 && pair->b == 0) {
        pair->a = a;
        pair->b = b;
        map->n++;
    }
    return &pair->value;
}

uint32_t idmap_get(const struct idmap *map, uint32_t a, uint32_t b)
{
    return map->at[find(map, a, b)].value;
}
