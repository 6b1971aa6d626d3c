/* arena.c - chunks of doubling size, given out by bumping a pointer. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 16 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024 };

/* A piece of memory from the system. */
struct chunk {
    struct chunk *older;
    size_t size, used; /* bytes of `data` */
    alignas(max_align_t) unsigned char data[];
};

/* Something to do when the arena ends. */
struct hook {
    struct hook *older;
    void (*run)(void *data);
    void *data;
};

struct arena {
    struct chunk *chunk;
    struct hook *hooks;
    size_t bytes;
    size_t next_size;
};

ATTR_NORETURN static void out_of_memory(size_t size)
{
    fprintf(stderr, "dllmain-lint: error: out of memory (%zu bytes wanted)\n", size);
    abort();
}

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (memory == NULL) {
        out_of_memory(size);
    }
    return memory;
}

static void add_chunk(struct arena *arena, size_t wanted)
{
    size_t size = arena->next_size;
    if (size < wanted) {
        size = wanted;
    }
    if (arena->next_size < LARGEST_CHUNK) {
        arena->next_size *= 2;
    }
    struct chunk *chunk = allocate(sizeof *chunk + size);
    chunk->older = arena->chunk;
    chunk->size = size;
    arena->chunk = chunk;
    arena->bytes += size;
}

struct arena *arena_create(void)
{
    struct arena *arena = allocate(sizeof *arena);
    arena->next_size = FIRST_CHUNK;
    return arena;
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL) {
        return;
    }
    for (struct hook *hook = arena->hooks; hook != NULL; hook = hook->older) {
        hook->run(hook->data);
    }
    struct chunk *chunk = arena->chunk;
    while (chunk != NULL) {
        struct chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    free(arena);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2) {
        out_of_memory(size);
    }
    size = (size + align - 1) / align * align;
    if (arena->chunk == NULL || arena->chunk->size - arena->chunk->used < size) {
        add_chunk(arena, size);
    }
    void *memory = arena->chunk->data + arena->chunk->used;
    arena->chunk->used += size;
    return memory;
}

char *arena_strndup(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_alloc(arena, len + 1);
    if (len > 0) {
        memcpy(copy, text, len);
    }
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    size_t size = len < 0 ? 1 : (size_t)len + 1;
    char *text = arena_alloc(arena, size);
    (void)vsnprintf(text, size, format, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void arena_on_destroy(struct arena *arena, void (*run)(void *data), void *data)
{
    struct hook *hook = ARENA_NEW(arena, struct hook);
    hook->older = arena->hooks;
    hook->run = run;
    hook->data = data;
    arena->hooks = hook;
}

size_t arena_bytes(const struct arena *arena)
{
    return arena->bytes;
}
