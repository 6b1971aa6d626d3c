/* endings.h - which resources the code of a module can end. */
#ifndef DLL_WALK_ENDINGS_H
#define DLL_WALK_ENDINGS_H

#include "walk/engine.h"

/* Returns the set of resources (struct api) that some code of the module ends, or may end: calls of
 * APIs with the effect "unregisters", in functions that are reached or not.  Lives in the arena. */
struct strmap *endings_of(struct arena *arena, const struct program *program);

/* Returns why code that ends something may be missing in that set: a unit that was not read, or a
 * call at unload that was not followed.  NULL: all was seen. */
const char *endings_unseen(struct engine *engine);

#endif
