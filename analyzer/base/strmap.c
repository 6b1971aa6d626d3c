/* strmap.c - uthash with XXH3, entries in the arena, tables freed with it. */
#include "base/strmap.h"

#include <string.h>

#include "base/hash.h"

#define HASH_FUNCTION(key, len, value) ((value) = (unsigned)hash_u64((key), (len)))
#include <uthash.h>

/* One key. */
struct entry {
    const char *key;
    uint32_t value;
    UT_hash_handle hh;
};

struct strmap {
    struct arena *arena;
    struct entry *entries;
};

static void drop_table(void *data)
{
    struct strmap *map = data;
    HASH_CLEAR(hh, map->entries);
}

static struct entry *find(const struct strmap *map, const char *key)
{
    struct entry *entry = NULL;
    HASH_FIND(hh, map->entries, key, strlen(key), entry);
    return entry;
}

static void add(struct strmap *map, const char *key, uint32_t value)
{
    struct entry *entry = ARENA_NEW(map->arena, struct entry);
    size_t len = strlen(key);
    entry->key = arena_strndup(map->arena, key, len);
    entry->value = value;
    HASH_ADD_KEYPTR(hh, map->entries, entry->key, len, entry);
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
    struct entry *entry = find(map, key);
    if (entry != NULL) {
        entry->value = value;
        return;
    }
    add(map, key, value);
}

uint32_t strmap_replace(struct strmap *map, const char *key, uint32_t value)
{
    struct entry *entry = find(map, key);
    if (entry == NULL) {
        add(map, key, value);
        return 0;
    }
    uint32_t older = entry->value;
    entry->value = value;
    return older;
}

bool strmap_get(const struct strmap *map, const char *key, uint32_t *value)
{
    const struct entry *entry = find(map, key);
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
    return HASH_COUNT(map->entries);
}

uint32_t strmap_intern(struct strmap *map, const char *key, uint32_t next)
{
    const struct entry *entry = find(map, key);
    if (entry != NULL) {
        return entry->value;
    }
    add(map, key, next);
    return next;
}
