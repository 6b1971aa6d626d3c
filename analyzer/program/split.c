/*
 * split.c - modules for a build that does not say what is linked with what.
 *
 * Each function that is an entry point makes a module.  A unit belongs to the module whose entry
 * point's folder is the deepest one that holds the unit; what lies in no such folder is shared by
 * all.  Entry points in one folder share that folder's other units, but none sees the unit of
 * another entry point.  Functions that are defined twice go to the nearest (link.c).
 */
#include <string.h>

#include "base/path.h"
#include "program/internal.h"

/* One unit with an entry point. */
struct entry_unit {
    uint32_t unit;
    const char *folder;
};

/* What the split works on. */
struct splitter {
    struct arena *arena;
    const struct unit *const *units;
    uint32_t n_units;
    VEC(struct entry_unit) entries;
};

static void find_entries(struct splitter *s)
{
    for (uint32_t u = 0; u < s->n_units; u++) {
        bool found = false;
        for (uint32_t f = 0; f < s->units[u]->functions.n && !found; f++) {
            found = program_is_entry(s->units[u], &s->units[u]->functions.at[f], NULL);
        }
        if (found) {
            struct entry_unit entry = {u, path_dirname(s->arena, s->units[u]->main_file)};
            VEC_PUSH(s->arena, &s->entries, entry);
        }
    }
}

static bool lies_below(const char *file, const char *folder)
{
    return path_relative(file, folder) != file;
}

/* The deepest entry point's folder that holds the unit, NULL if none does. */
static const char *owner_folder(const struct splitter *s, uint32_t unit)
{
    const char *owner = NULL;
    for (uint32_t e = 0; e < s->entries.n; e++) {
        const char *folder = s->entries.at[e].folder;
        if (lies_below(s->units[unit]->main_file, folder) &&
            (owner == NULL || strlen(folder) > strlen(owner))) {
            owner = folder;
        }
    }
    return owner;
}

static bool has_entry(const struct splitter *s, uint32_t unit)
{
    for (uint32_t e = 0; e < s->entries.n; e++) {
        if (s->entries.at[e].unit == unit) {
            return true;
        }
    }
    return false;
}

static bool shares_folder(const struct splitter *s, uint32_t entry)
{
    for (uint32_t e = 0; e < s->entries.n; e++) {
        if (e != entry && strcmp(s->entries.at[e].folder, s->entries.at[entry].folder) == 0) {
            return true;
        }
    }
    return false;
}

static struct split_module make_module(struct splitter *s, uint32_t entry)
{
    const struct entry_unit *own = &s->entries.at[entry];
    struct split_module module = {.name = path_basename(own->folder)};
    if (shares_folder(s, entry)) {
        module.name = path_stem(s->arena, s->units[own->unit]->main_file);
    }
    VEC_PUSH(s->arena, &module.units, own->unit);
    for (uint32_t u = 0; u < s->n_units; u++) {
        const char *owner = owner_folder(s, u);
        bool ours = owner == NULL || strcmp(owner, own->folder) == 0;
        if (u != own->unit && ours && !has_entry(s, u)) {
            VEC_PUSH(s->arena, &module.units, u);
        }
    }
    return module;
}

struct split program_split(struct arena *arena, const struct unit *const *units, uint32_t n_units,
                           const char *name)
{
    struct splitter s = {.arena = arena, .units = units, .n_units = n_units};
    struct split split = {0};
    find_entries(&s);
    if (s.entries.n <= 1) {
        struct split_module all = {.name = name};
        for (uint32_t u = 0; u < n_units; u++) {
            VEC_PUSH(arena, &all.units, u);
        }
        VEC_PUSH(arena, &split.modules, all);
        return split;
    }
    for (uint32_t e = 0; e < s.entries.n; e++) {
        VEC_PUSH(arena, &split.modules, make_module(&s, e));
    }
    return split;
}
