/* search.h - where the compilation database is. */
#ifndef DLL_PROJECT_SEARCH_H
#define DLL_PROJECT_SEARCH_H

#include "base/arena.h"
#include "base/diag.h"

/*
 * Returns the absolute, normalized path of a compile_commands.json: of `build` (a file, or the
 * folder that has it), or with NULL of the nearest folder from the current one upwards that has it,
 * in itself, in build/ or in out/build/<any>/.  Returns NULL after an error that says where it
 * looked and how to make one.
 */
const char *search_database(struct arena *arena, const char *build, struct diag *diag);

#endif
