/*
 * cache.h - facts and preambles of earlier runs, by content.
 *
 * Takes keys (hashes of all that an entry depends on), gives entries or nothing.  An entry is
 * written under a temporary name and renamed, with a checksum in it: many processes may use one
 * cache, each may be killed at any moment, and what is damaged is as if it were not there.  It does
 * not know what a key is made of.
 */
#ifndef DLL_CLI_CACHE_H
#define DLL_CLI_CACHE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct cache;

/* Where and how large. */
struct cache_input {
    const char *folder; /* NULL: the user's own */
    uint64_t bytes;     /* at most; the oldest entries go first */
    const char *root;   /* the source root: entries do not depend on where it lies */
};

/* Opens a cache, NULL if there is no folder for one.  It ends with the arena. */
struct cache *cache_open(struct arena *arena, const struct cache_input *input);

/* Returns the facts under a key as text without a checksum line, in the arena, and their length;
 * NULL if there are none that are whole. */
const char *cache_get(struct cache *cache, struct arena *arena, const char *key, size_t *len);

/* True if there is an entry under the key, whole or not. */
bool cache_has(struct cache *cache, const char *key);

/* Stores facts; what cannot be written is not stored. */
void cache_put(struct cache *cache, const char *key, const char *text, size_t len);

/* Returns the source root as far as entries do not depend on it, or NULL. */
const char *cache_root(const struct cache *cache);

/* Returns the folder of all of it. */
const char *cache_folder(const struct cache *cache);

/* Returns the folder of the preambles. */
const char *cache_preambles(const struct cache *cache);

#endif
