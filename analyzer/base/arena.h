/*
 * arena.h - memory that is freed all at once.
 *
 * Three lifetimes exist in the program: *run*, *unit* (one translation unit or one module) and
 * *scratch*.  A function that takes an arena allocates from it and its result lives as long as it.
 * An allocation never fails for the caller: when the system has no memory left the process says so
 * and aborts, as there is nothing true left to report.
 */
#ifndef DLL_BASE_ARENA_H
#define DLL_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/attr.h"

struct arena;

/* Returns an empty arena; the caller owns it and ends it with arena_destroy(). */
ATTR_NODISCARD ATTR_RETURNS_NONNULL struct arena *arena_create(void);

/* Runs the hooks in reverse order of registration and frees everything.  NULL is allowed. */
void arena_destroy(struct arena *arena);

/* Returns `size` zeroed bytes, aligned for any type.  A size of 0 gives a valid pointer. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL void *arena_alloc(struct arena *arena, size_t size);

/* Returns a copy of `size` bytes, aligned for any type; `from` may be NULL with a size of 0. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL void *arena_copy(struct arena *arena, const void *from,
                                                     size_t size);

/* Makes an allocation of `old_size` bytes larger: in place where that is possible, else a copy, and
 * what was there before is lost in the arena.  The added bytes are zero.  `memory` may be NULL with
 * `old_size` 0, or not be the arena's: then it is copied. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL void *arena_grow(struct arena *arena, void *memory,
                                                     size_t old_size, size_t size);

/* A moment of an arena; private. */
struct arena_mark {
    void *chunk;
    size_t used;
};

/* Returns the present moment, for arena_rewind(). */
struct arena_mark arena_mark(struct arena *arena);

/* Takes back everything that was allocated since that moment; it must not be used any more.  What
 * is older must not have grown (arena_grow(), VEC_PUSH()) since then. */
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Returns a copy of `len` bytes with a NUL behind them. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL char *arena_strndup(struct arena *arena, const char *text,
                                                        size_t len);

/* Returns a copy of a NUL-terminated string. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL char *arena_strdup(struct arena *arena, const char *text);

/* Returns the formatted text. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL ATTR_PRINTF(2, 3) char *arena_printf(struct arena *arena,
                                                                         const char *format, ...);

/* The same for a list of arguments. */
ATTR_NODISCARD ATTR_RETURNS_NONNULL char *arena_vprintf(struct arena *arena, const char *format,
                                                        va_list args);

/* Calls `hook(data)` when the arena is destroyed, for foreign objects that must be released. */
void arena_on_destroy(struct arena *arena, void (*hook)(void *data), void *data);

/* Returns the bytes that the arena holds, for --stats. */
size_t arena_bytes(const struct arena *arena);

/* Allocates `n` zeroed objects of type T. */
#define ARENA_NEW_N(arena, T, n) ((T *)arena_alloc((arena), sizeof(T) * (size_t)(n)))

/* Allocates one zeroed object of type T. */
#define ARENA_NEW(arena, T) ARENA_NEW_N(arena, T, 1)

#endif
