/*
 * pages.c - large pieces of memory: on Linux mapped where huge pages can stand, and asked for.
 *
 * A mapping of the kernel's choice begins anywhere: one page more is mapped, and what stands before
 * the first place for a huge page and behind the last is given back.  What grows is mapped anew, so
 * that nothing is copied and no page is cleared twice.
 */
#define _GNU_SOURCE /* mremap() */
#include "base/pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__

#include <sys/mman.h>

static size_t whole(size_t size)
{
    return (size + PAGES_LARGE - 1) / PAGES_LARGE * PAGES_LARGE;
}

/* Maps so many bytes, which are whole, where a huge page can begin; NULL if there are none. */
static unsigned char *map(size_t size)
{
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
    return mapped + before;
}

void *pages_get(size_t size)
{
    size = whole(size);
    unsigned char *memory = map(size);
    if (memory != NULL) {
        (void)madvise(memory, size, MADV_HUGEPAGE); /* without them it is slower, no more */
    }
    return memory;
}

void *pages_grow(void *memory, size_t old_size, size_t size)
{
    unsigned char *target = map(whole(size));
    if (target == NULL) {
        return NULL;
    }
    int flags = MREMAP_MAYMOVE | MREMAP_FIXED;
    void *moved = mremap(memory, whole(old_size), whole(size), flags, target);
    if (moved == MAP_FAILED) {
        (void)munmap(target, whole(size));
        return NULL;
    }
    return moved;
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

void *pages_grow(void *memory, size_t old_size, size_t size)
{
    unsigned char *grown = realloc(memory, size);
    if (grown != NULL) {
        memset(grown + old_size, 0, size - old_size);
    }
    return grown;
}

#endif
