/*
 * kept.h - does an entry point keep what lpvReserved says?
 *
 * Knows the program's trees and who calls whom; knows nothing of values.
 */
#ifndef DLL_WALK_KEPT_H
#define DLL_WALK_KEPT_H

#include "walk/engine.h"

/* Returns true if what the third parameter of an entry point says may be kept where code that this
 * walk does not follow can ask for it: a field, a variable of C++, an object that a method is
 * called of.  `root` is the entry point's context; `reached` holds, by context, which ones are
 * reached from it. */
bool kept_reserved(const struct engine *engine, uint32_t root, const bool *reached);

#endif
