/*
 * pages.c - large pieces of memory: on Linux mapped where huge pages can stand, and asked for.
 *
 * A mapping of the kernel's choice begins anywhere: one page more is mapped, and what stands before
 * the first place for a huge page and behind the last is given back.
 */
#include "base/pages.h"

#include <stdint.h>
#include <stdlib.h>

#ifdef __linux__

#include <sys/mman.h>

static size_t whole(size_t size)
{
    return (size + PAGES_LARGE - 1) / PAGES_LARGE * PAGES_LARGE;
}

void *pages_get(size_t size)
{
    size = whole(size);
    unsigned char *mapped = mmap(NULL, size + PAGES_LARGE, PROT_READ | PROT_WRITE,
                                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED) {
        return NULL;
    }
    size_t before = PAGES_LARGE - (uintptr_t)mapped % PAGES_LARGE;
    (void)munmap(mapped, before);
    if (before < PAGES_LARGE) {
        (void)munmap(mapped + before + size, PAGES_LARGE - before);
    }
    (void)madvise(mapped + before, size, MADV_HUGEPAGE); /* without them it is slower, no more */
    return mapped + before;
}

void pages_free(void *memory, size_t size)
{
    (void)munmap(memory, whole(size));
}

#else

void *pages_get(size_t size)
{
    return calloc(1, size);
}

void pages_free(void *memory, size_t size)
{
    (void)size;
    free(memory);
}

#endif
