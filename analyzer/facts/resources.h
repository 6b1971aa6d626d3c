/* resources.h - clang's own headers (stddef.h and the like), without which it parses next to
 * nothing. */
#ifndef DLL_FACTS_RESOURCES_H
#define DLL_FACTS_RESOURCES_H

#include "base/arena.h"

/* Returns the folder of clang's builtin headers that is used, or NULL if none was found (package
 * libclang-common-19-dev). */
const char *facts_resource_folder(struct arena *arena);

#endif
