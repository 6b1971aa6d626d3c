/* full_unit.h - units for the tests of facts. */
#ifndef DLL_TESTS_FULL_UNIT_H
#define DLL_TESTS_FULL_UNIT_H

#include "base/strbuf.h"
#include "facts/facts.h"

/* Returns a unit in which every field of every struct is set to something that tells it from the
 * others, and every kind, operator, flag and combination of a flag with a kind occurs. */
struct unit *full_unit(struct arena *arena);

/* Returns a small unit, made from text. */
struct unit *small_unit(struct arena *arena);

/* The text of small_unit(), without a checksum. */
extern const char small_text[];

/* Returns a unit with a function whose tree is a chain of `depth` nodes, the left operands of a
 * sum or, if `blocks`, blocks in blocks. */
struct unit *deep_unit(struct arena *arena, uint32_t depth, bool blocks);

/* Returns the unit as text in the arena. */
struct strbuf written(struct arena *arena, const struct unit *unit);

#endif
