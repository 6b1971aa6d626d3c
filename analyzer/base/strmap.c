/*
 * strmap.c - open addressing with linear probing, by XXH3.
 *
 * A place holds the key's hash, so that a look at a wrong one never reads its key.  The table is at
 * most half full, and lives apart from the arena, as it is replaced when it grows.
 */
#include "base/strmap.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

/* One key; NULL: the place is free. */
struct entry {
    uint64_t hash;
    const char *key;
    uint32_t value;
};

struct strmap {
    struct arena *arena;
    struct entry *at;
    uint32_t n, cap; /* cap is a power of two, or 0 */
};

static void drop_table(void *data)
{
    struct strmap *map = data;
    free(map->at);
}

/* Returns the place of a key, or the free one where it belongs. */
static struct entry *find(const struct strmap *map, const char *key, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (map->cap - 1);
    while (map->at[i].key != NULL &&
           (map->at[i].hash != hash || strcmp(map->at[i].key, key) != 0)) {
        i = (i + 1) & (map->cap - 1);
    }
    return &map->at[i];
}

/* Returns the place of a key that is not there yet. */
static struct entry *free_place(const struct strmap *map, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (map->cap - 1);
    while (map->at[i].key != NULL) {
        i = (i + 1) & (map->cap - 1);
    }
    return &map->at[i];
}

static void grow(struct strmap *map)
{
    enum { FIRST_CAP = 8 };
    struct strmap old = *map;
    map->cap = old.cap == 0 ? FIRST_CAP : old.cap * 2;
    map->at = calloc(map->cap, sizeof *map->at);
    if (map->at == NULL || map->cap == 0) {
        abort();
    }
    for (uint32_t i = 0; i < old.cap; i++) {
        if (old.at[i].key != NULL) {
            *free_place(map, old.at[i].hash) = old.at[i];
        }
    }
    free(old.at);
}

/* Returns the place of a key, which is added with the value if it is not there. */
static struct entry *find_or_add(struct strmap *map, const char *key, uint32_t value)
{
    size_t len = strlen(key);
    uint64_t hash = hash_u64(key, len);
    if (map->n >= map->cap / 2) {
        grow(map);
    }
    struct entry *entry = find(map, key, hash);
    if (entry->key == NULL) {
        *entry = (struct entry){hash, arena_strndup(map->arena, key, len), value};
        map->n++;
    }
    return entry;
}

struct strmap *strmap_create(struct arena *arena)
{
    struct strmap *map = ARENA_NEW(arena, struct strmap);
    map->arena = arena;
    arena_on_destroy(arena, drop_table, map);
    return map;
}

void strmap_put(struct strmap *map, const char *key, uint32_t value)
{
    find_or_add(map, key, value)->value = value;
}

uint32_t strmap_replace(struct strmap *map, const char *key, uint32_t value)
{
    struct entry *entry = find_or_add(map, key, 0);
    uint32_t older = entry->value;
    entry->value = value;
    return older;
}

/* Returns the value of a key that is there, else NULL. */
static const uint32_t *value_of(const struct strmap *map, const char *key, uint64_t hash)
{
    const struct entry *entry = map->n == 0 ? NULL : find(map, key, hash);
    return entry == NULL || entry->key == NULL ? NULL : &entry->value;
}

bool strmap_get(const struct strmap *map, const char *key, uint32_t *value)
{
    const uint32_t *known = map->n == 0 ? NULL : value_of(map, key, hash_u64(key, strlen(key)));
    if (known != NULL && value != NULL) {
        *value = *known;
    }
    return known != NULL;
}

/* Finds the values of a few keys. */
static void get_some(const struct strmap *map, const char *const *keys, uint32_t n,
                     uint32_t *values)
{
    uint64_t hashes[STRMAP_AT_ONCE];
    for (uint32_t i = 0; i < n; i++) {
        hashes[i] = hash_u64(keys[i], strlen(keys[i]));
        ATTR_SOON(&map->at[(uint32_t)hashes[i] & (map->cap - 1)]);
    }
    for (uint32_t i = 0; i < n; i++) {
        ATTR_SOON(map->at[(uint32_t)hashes[i] & (map->cap - 1)].key);
    }
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t *known = value_of(map, keys[i], hashes[i]);
        values[i] = known == NULL ? 0 : *known;
    }
}

void strmap_get_all(const struct strmap *map, const char *const *keys, uint32_t n, uint32_t *values)
{
    for (uint32_t i = 0; i < n; i += STRMAP_AT_ONCE) {
        uint32_t rest = n - i;
        if (map->n == 0) {
            memset(values + i, 0, sizeof *values * rest);
            return;
        }
        get_some(map, keys + i, rest < STRMAP_AT_ONCE ? rest : STRMAP_AT_ONCE, values + i);
    }
}

uint32_t strmap_count(const struct strmap *map)
{
    return map->n;
}

uint32_t strmap_intern(struct strmap *map, const char *key, uint32_t next)
{
    return find_or_add(map, key, next)->value;
}
