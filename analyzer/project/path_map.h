/*
 * path_map.h - where the folders of a database that was made on another machine lie on this one.
 *
 * Takes the folder that an entry names ("C:\work\app\build") and the folder of the database on this
 * machine ("/srv/me/app/build"); gives pairs of prefixes ("C:/work" is "/srv/me").  It guesses
 * only from folders and files that exist.
 */
#ifndef DLL_PROJECT_PATH_MAP_H
#define DLL_PROJECT_PATH_MAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

/* Paths below `from` are found below `to`. */
struct path_pair {
    const char *from; /* normalized, compared without regard to case; no slash at its end */
    const char *to;   /* absolute, normalized */
};

/* All pairs of a project, in the order they were found. */
struct path_maps {
    VEC(struct path_pair) pairs;
};

/* Returns the path on this machine; the (normalized) path itself when no pair fits. */
const char *path_map_apply(struct arena *arena, const struct path_maps *maps, const char *path);

/* True if a pair fits the path. */
bool path_map_covers(const struct path_maps *maps, const char *path);

/*
 * Looks for a pair for `directory` (normalized, a path of Windows), in which the source `file`
 * (absolute or relative to it) is compiled; `base` is the folder of the database.  Adds it and
 * returns true, or returns false when nothing fits.
 */
bool path_map_learn(struct arena *arena, struct path_maps *maps, const char *directory,
                    const char *file, const char *base);

#endif
