/*
 * arena.c - chunks of doubling size, given out by bumping a pointer.
 *
 * What lies above a chunk's `clean` was never given out and is zero.  Rewinding only lowers `used`;
 * of the chunks that it empties the last one is kept for the next need.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 2 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024 };

/* A piece of memory from the system. */
struct chunk {
    struct chunk *older;
    size_t size, used; /* bytes of `data` */
    size_t clean;      /* bytes from here on are zero */
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
    struct chunk *spare; /* emptied by arena_rewind(); NULL: none */
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

/* Takes the chunk that was emptied, if there is one that is large enough. */
static bool reuse_chunk(struct arena *arena, size_t wanted)
{
    struct chunk *chunk = arena->spare;
    if (chunk == NULL || chunk->size < wanted) {
        return false;
    }
    arena->spare = NULL;
    chunk->older = arena->chunk;
    arena->chunk = chunk;
    return true;
}

static void add_chunk(struct arena *arena, size_t wanted)
{
    if (reuse_chunk(arena, wanted)) {
        return;
    }
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

/* Gives out the next bytes of the newest chunk, which has them, whatever they hold. */
static void *take_dirty(struct chunk *chunk, size_t size)
{
    unsigned char *memory = chunk->data + chunk->used;
    chunk->used += size;
    chunk->clean = chunk->clean < chunk->used ? chunk->used : chunk->clean;
    return memory;
}

/* The same; they are zero. */
static void *take(struct chunk *chunk, size_t size)
{
    size_t dirty = chunk->used < chunk->clean ? chunk->clean - chunk->used : 0;
    unsigned char *memory = take_dirty(chunk, size);
    if (dirty > 0) {
        memset(memory, 0, dirty < size ? dirty : size);
    }
    return memory;
}

struct arena *arena_create(void)
{
    struct arena *arena = allocate(sizeof *arena);
    arena->next_size = FIRST_CHUNK;
    return arena;
}

static void free_chunks(struct chunk *chunk)
{
    while (chunk != NULL) {
        struct chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL) {
        return;
    }
    for (struct hook *hook = arena->hooks; hook != NULL; hook = hook->older) {
        hook->run(hook->data);
    }
    free_chunks(arena->chunk);
    free_chunks(arena->spare);
    free(arena);
}

static size_t aligned(size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2) {
        out_of_memory(size);
    }
    return (size + align - 1) / align * align;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size = aligned(size);
    if (arena->chunk == NULL || arena->chunk->size - arena->chunk->used < size) {
        add_chunk(arena, size);
    }
    return take(arena->chunk, size);
}

void *arena_copy(struct arena *arena, const void *from, size_t size)
{
    size_t room = aligned(size);
    if (arena->chunk == NULL || arena->chunk->size - arena->chunk->used < room) {
        add_chunk(arena, room);
    }
    void *memory = take_dirty(arena->chunk, room);
    if (size > 0) {
        memcpy(memory, from, size);
    }
    return memory;
}

/* Makes a chunk larger that holds nothing but `memory`; NULL if there is none. */
static void *grow_own_chunk(struct arena *arena, const void *memory, size_t old_size, size_t size)
{
    struct chunk **link = &arena->chunk;
    while (*link != NULL && ((*link)->data != memory || (*link)->used != old_size)) {
        link = &(*link)->older;
    }
    if (*link == NULL) {
        return NULL;
    }
    size_t before = (*link)->size;
    struct chunk *moved = realloc(*link, sizeof *moved + size);
    if (moved == NULL) {
        out_of_memory(size);
    }
    memset(moved->data + old_size, 0, size - old_size);
    moved->size = moved->used = moved->clean = size;
    *link = moved;
    arena->bytes += size - before;
    return moved->data;
}

void *arena_grow(struct arena *arena, void *memory, size_t old_size, size_t size)
{
    struct chunk *chunk = arena->chunk;
    old_size = aligned(old_size);
    size = aligned(size);
    bool last = chunk != NULL && old_size > 0 && old_size <= chunk->used &&
                chunk->data + chunk->used - old_size == memory;
    if (last && chunk->size - chunk->used >= size - old_size) {
        (void)take(chunk, size - old_size);
        return memory;
    }
    void *moved = NULL;
    if (old_size >= LARGEST_CHUNK) {
        moved = grow_own_chunk(arena, memory, old_size, size);
    }
    if (moved == NULL) {
        moved = arena_alloc(arena, size);
        if (old_size > 0) {
            memcpy(moved, memory, old_size);
        }
    }
    return moved;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->chunk, arena->chunk == NULL ? 0 : arena->chunk->used};
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    while (arena->chunk != mark.chunk) {
        struct chunk *emptied = arena->chunk;
        arena->chunk = emptied->older;
        emptied->used = 0;
        emptied->older = NULL;
        if (arena->spare != NULL) {
            arena->bytes -= arena->spare->size;
            free(arena->spare);
        }
        arena->spare = emptied;
    }
    if (arena->chunk != NULL) {
        arena->chunk->used = mark.used;
    }
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
