/*
 * cfg_keep.c - a finished graph, without the room that it had to grow.
 *
 * Takes a graph in memory that ends soon; gives a copy whose lists are exactly as long as they are
 * and stand behind each other.
 */
#include <string.h>

#include "walk/cfg.h"

static void *keep(struct arena *arena, const void *at, uint32_t n, size_t size)
{
    void *kept = arena_alloc(arena, size * n);
    if (n > 0) {
        memcpy(kept, at, size * n);
    }
    return kept;
}

struct cfg *cfg_keep(struct arena *arena, const struct cfg *built)
{
    struct cfg *cfg = keep(arena, built, 1, sizeof *built);
    cfg->blocks.at = keep(arena, built->blocks.at, built->blocks.n, sizeof *built->blocks.at);
    cfg->blocks.cap = built->blocks.n;
    uint32_t n = 0;
    for (uint32_t b = 0; b < built->blocks.n; b++) {
        n += built->blocks.at[b].nodes.n;
    }
    node_id *nodes = ARENA_NEW_N(arena, node_id, n);
    bool *calls = ARENA_NEW_N(arena, bool, n);
    for (uint32_t b = 0; b < built->blocks.n; b++) {
        struct block *block = &cfg->blocks.at[b];
        for (uint32_t i = 0; i < block->nodes.n; i++) {
            nodes[i] = block->nodes.at[i];
            calls[i] = block->calls.at[i];
        }
        block->nodes.at = nodes;
        block->calls.at = calls;
        block->nodes.cap = block->calls.cap = block->nodes.n;
        nodes += block->nodes.n;
        calls += block->nodes.n;
        block->cases.cap = block->cases.n;
        block->cases.at = block->cases.n == 0 ? NULL
                                              : keep(arena, block->cases.at, block->cases.n,
                                                     sizeof *block->cases.at);
    }
    return cfg;
}
