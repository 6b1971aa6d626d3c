/*
 * strmap.c - open addressing with linear probing over XXH3.
 *
 * A table of hashes and entries, at most two thirds full, so that a look-up touches one place of
 * the table and one entry.  The entries stand in the map's arena, the table in one of its own, as
 * growing replaces it.
 */
#include "base/strmap.h"

#include <string.h>

#include "base/hash.h"

enum { SMALLEST_TABLE = 16 };

/* One key. */
struct entry {
    uint32_t value;
    char key[];
};

/* One place of the table. */
struct place {
    uint64_t hash;
    struct entry *entry; /* NULL: free */
};

struct strmap {
    struct arena *arena;
    struct arena *table_arena; /* NULL while there is no table */
    struct place *table;
    uint32_t size; /* of the table, a power of two */
    uint32_t n;
};

static void drop_table(void *data)
{
    struct strmap *map = data;
    arena_destroy(map->table_arena);
}

/* Returns the key's place, or the free one where it belongs; the table must not be empty. */
static struct place *find(const struct strmap *map, const char *key, uint64_t hash)
{
    uint32_t mask = map->size - 1;
    for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
        struct place *place = &map->table[i];
        if (place->entry == NULL || (place->hash == hash && strcmp(place->entry->key, key) == 0)) {
            return place;
        }
    }
}

static struct entry *get(const struct strmap *map, const char *key)
{
    return map->n == 0 ? NULL : find(map, key, hash_u64(key, strlen(key)))->entry;
}

static void grow(struct strmap *map)
{
    struct strmap old = *map;
    map->size = old.size == 0 ? SMALLEST_TABLE : old.size * 2;
    map->table_arena = arena_create();
    map->table = ARENA_NEW_N(map->table_arena, struct place, map->size);
    for (uint32_t i = 0; i < old.size; i++) {
        if (old.table[i].entry != NULL) {
            uint32_t to = (uint32_t)old.table[i].hash & (map->size - 1);
            while (map->table[to].entry != NULL) {
                to = (to + 1) & (map->size - 1);
            }
            map->table[to] = old.table[i];
        }
    }
    arena_destroy(old.table_arena);
}

struct strmap *strmap_create(struct arena *arena)
{
    struct strmap *map = ARENA_NEW(arena, struct strmap);
    map->arena = arena;
    arena_on_destroy(arena, drop_table, map);
    return map;
}

/* Returns the key's entry, made with `value` if there is none. */
static struct entry *intern(struct strmap *map, const char *key, uint32_t value)
{
    if (map->n >= map->size / 3 * 2) {
        grow(map);
    }
    size_t len = strlen(key);
    uint64_t hash = hash_u64(key, len);
    struct place *place = find(map, key, hash);
    if (place->entry == NULL) {
        place->hash = hash;
        place->entry = arena_alloc(map->arena, sizeof *place->entry + len + 1);
        place->entry->value = value;
        memcpy(place->entry->key, key, len + 1);
        map->n++;
    }
    return place->entry;
}

void strmap_put(struct strmap *map, const char *key, uint32_t value)
{
    intern(map, key, value)->value = value;
}

bool strmap_get(const struct strmap *map, const char *key, uint32_t *value)
{
    const struct entry *entry = get(map, key);
    if (entry == NULL) {
        return false;
    }
    if (value != NULL) {
        *value = entry->value;
    }
    return true;
}

uint32_t strmap_count(const struct strmap *map)
{
    return map->n;
}

uint32_t strmap_intern(struct strmap *map, const char *key, uint32_t next)
{
    return intern(map, key, next)->value;
}
