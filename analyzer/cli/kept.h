/* kept.h - what a module reaches, kept when its units and its program are gone. */
#ifndef DLL_CLI_KEPT_H
#define DLL_CLI_KEPT_H

#include "base/arena.h"
#include "walk/reach.h"

/* Copies reach into an arena that lives longer than the module's units.  Files that are not below
 * `folder`, the source root, count as the system's. */
struct reach *copy_reach(struct arena *arena, const struct reach *reach, const char *folder);

#endif
