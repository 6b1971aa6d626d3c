/*
 * path.h - file names as text.  Both kinds are understood on every system ("C:\src\a.c",
 * "/src/a.c"); results use '/'.
 */
#ifndef DLL_BASE_PATH_H
#define DLL_BASE_PATH_H

#include <stdbool.h>

#include "base/arena.h"

/* True for "/a", "C:\a", "C:/a", "\\server\a". */
bool path_is_absolute(const char *path);

/* True if the path is written the Windows way: a drive letter, or a backslash. */
bool path_is_windows(const char *path);

/* Returns `path` if it is absolute, else `dir/path`; with '/' and without ".", ".." and doubled
 * slashes. */
char *path_join(struct arena *arena, const char *dir, const char *path);

/* Returns the path with '/' and without ".", ".." (as far as text can tell) and doubled slashes. */
char *path_normalize(struct arena *arena, const char *path);

/* Returns `path` as seen from the folder `base` if it lies below it, else `path` itself (both
 * normalized). */
const char *path_relative(const char *path, const char *base);

/* Returns the folder of the path ("." if it has none). */
char *path_dirname(struct arena *arena, const char *path);

/* Returns the part behind the last slash or backslash (inside `path`). */
const char *path_basename(const char *path);

/* Returns the extension with its dot (inside `path`), "" if there is none. */
const char *path_extension(const char *path);

/* Returns the basename without its last extension. */
char *path_stem(struct arena *arena, const char *path);

/* Returns the longest folder that all the (absolute, normalized) paths have in common, "." if there
 * is none: two drives, two servers, no paths. */
char *path_common_dir(struct arena *arena, const char *const *paths, size_t n_paths);

#endif
