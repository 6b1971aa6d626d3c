/* idmap.h - a table from pairs of numbers to numbers. */
#ifndef DLL_PROGRAM_IDMAP_H
#define DLL_PROGRAM_IDMAP_H

#include <stdint.h>

#include "base/arena.h"

struct idmap;

/* Returns an empty table that lives in the arena. */
struct idmap *idmap_create(struct arena *arena);

/* Returns where the value of (a, b) stands, made with 0 when first asked for; valid until the next
 * call. */
uint32_t *idmap_at(struct idmap *map, uint32_t a, uint32_t b);

/* Returns the value of (a, b), 0 if there is none. */
uint32_t idmap_get(const struct idmap *map, uint32_t a, uint32_t b);

#endif
