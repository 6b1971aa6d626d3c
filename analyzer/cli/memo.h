/*
 * memo.h - what modules reached in earlier runs, and when that still holds.
 *
 * Takes modules, gives what their walk gave, out of the cache.  A record's key is a hash of this
 * program, of the packs, of the choices that the walk depends on, and of the keys of the module's
 * units (reuse.h), so it holds as long as none of them would be parsed anew.  It knows neither
 * programs nor findings.
 */
#ifndef DLL_CLI_MEMO_H
#define DLL_CLI_MEMO_H

#include "cli/options.h"
#include "cli/reuse.h"
#include "packs/packs.h"
#include "walk/reach.h"

struct memo;

/* What it needs. */
struct memo_input {
    struct cache *cache;
    struct reuse *reuse;
    const struct project *project;
    const struct packs *packs;
    const struct options *options;
    const char *program; /* tool_own_identity() */
};

/* What is to be known of a unit that is not read. */
struct memo_unit {
    uint32_t partial;    /* 1: it was parsed only in part */
    const char *missing; /* the first header that was not found; NULL: none */
    const char *file;    /* the unit's own */
};

/* One program that the module's units make. */
struct memo_part {
    const char *executable; /* where its entry point stands; NULL: it is a DLL */
    struct reach *reach;    /* of a DLL */
};

/* A module. */
struct memo_record {
    VEC(struct memo_unit) units; /* as module.jobs */
    VEC(struct memo_part) parts;
};

/* Starts. */
struct memo *memo_start(struct arena *arena, const struct memo_input *input);

/* Returns what is known of a module (an index of the project's), in the arena; NULL: nothing. */
struct memo_record *memo_get(struct memo *memo, struct arena *arena, uint32_t module);

/* Keeps a record of a module, all of whose units' facts are in the cache. */
void memo_put(struct memo *memo, uint32_t module, struct memo_record *record);

#endif
