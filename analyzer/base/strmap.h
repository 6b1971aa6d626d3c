/*
 * strmap.h - a map from strings to numbers, the one hash table of the program (over XXH3).  It has
 * no iteration on purpose: hash order must never reach an output.
 */
#ifndef DLL_BASE_STRMAP_H
#define DLL_BASE_STRMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct strmap;

/* Returns an empty map that lives as long as the arena. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL struct strmap *strmap_create(struct arena *arena);

/* Stores the value under the key, which is copied; an older value is replaced. */
void strmap_put(struct strmap *map, const char *key, uint32_t value);

/* The same; returns the older value, 0 if there was none. */
uint32_t strmap_replace(struct strmap *map, const char *key, uint32_t value);

/* Finds the value of a key.  Returns false, with `value` untouched, when there is none; `value` may
 * be NULL. */
bool strmap_get(const struct strmap *map, const char *key, uint32_t *value);

/* Returns the number of keys. */
uint32_t strmap_count(const struct strmap *map);

/* Returns the value of the key, or stores `next` under it and returns that: interning. */
uint32_t strmap_intern(struct strmap *map, const char *key, uint32_t next);

#endif
