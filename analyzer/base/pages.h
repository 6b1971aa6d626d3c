/* pages.h - large pieces of memory from the system. */
#ifndef DLL_BASE_PAGES_H
#define DLL_BASE_PAGES_H

#include <stddef.h>

enum { PAGES_LARGE = 2 * 1024 * 1024 }; /* what pages_get() gives, it gives in multiples of this */

/* Returns at least `size` zeroed bytes in pages that are as large as the system has them, or NULL
 * if it has none left.  In a large program most of the time goes into waiting for memory; to find
 * it in pages of 4 KiB, and to get those one by one, is a good part of that. */
void *pages_get(size_t size);

/* Makes what pages_get() gave for `old_size` bytes larger, which may move it; what is added is
 * zeroed.  Returns NULL if there is no memory left. */
void *pages_grow(void *memory, size_t old_size, size_t size);

/* Gives back what pages_get() gave for this size. */
void pages_free(void *memory, size_t size);

#endif
