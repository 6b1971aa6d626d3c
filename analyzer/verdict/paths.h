/* paths.h - the distinct paths of one finding, inside verdict/. */
#ifndef DLL_VERDICT_PATHS_H
#define DLL_VERDICT_PATHS_H

#include "verdict/verdict.h"

/* Paths that grow; one per (root, same steps). */
struct path_list {
    struct path *at;
    uint32_t n;
    uint32_t cap;
};

/* Adds the path of a sink, or its phase to the path that is the same. */
void paths_add(struct arena *arena, struct path_list *paths, const struct sink *sink,
               const struct root *root);

/* Sorts: paths to `sink` first, then the shortest, then certain ones, then by root and steps. */
void paths_sort(struct path_list *paths, const char *sink);

#endif
