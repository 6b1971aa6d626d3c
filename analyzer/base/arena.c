/*
 * arena.c - chunks of doubling size, given out by bumping a pointer.
 *
 * What lies above a chunk's `clean` was never given out and is zero.  Rewinding only lowers `used`;
 * of the chunks that it empties the last one is kept for the next need.
 *
 * Large chunks that are not needed any more are kept for other arenas of the same thread: the
 * system clears all that it gives, and that takes longer than most of what is done there.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/pages.h"

enum { FIRST_CHUNK = 2 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024, MOST_ENDED = 256 };

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
    bool marked; /* it may be rewound: chunks stay in the order in which they came */
};

ATTR_NORETURN static void out_of_memory(size_t size)
{
    fprintf(stderr, "dllmain-lint: error: out of memory (%zu bytes wanted)\n", size);
    abort();
}

/* Chunks of LARGEST_CHUNK bytes that no arena has any more. */
static _Thread_local struct chunk *ended;
static _Thread_local uint32_t n_ended;

/* Returns a chunk of LARGEST_CHUNK bytes that ended; NULL if there is none. */
static struct chunk *take_ended(void)
{
    struct chunk *chunk = ended;
    if (chunk != NULL) {
        ended = chunk->older;
        n_ended--;
        chunk->older = NULL;
        chunk->used = 0;
    }
    return chunk;
}

/* Returns a chunk with room for `wanted` bytes, itself of at least `size` bytes. */
static struct chunk *new_chunk(size_t size, size_t wanted)
{
    size = size < sizeof(struct chunk) + wanted ? sizeof(struct chunk) + wanted : size;
    bool large = size >= LARGEST_CHUNK;
    size = large ? (size + PAGES_LARGE - 1) / PAGES_LARGE * PAGES_LARGE : size;
    struct chunk *chunk = size == LARGEST_CHUNK ? take_ended() : NULL;
    if (chunk == NULL) {
        chunk = large ? pages_get(size) : calloc(1, size);
    }
    if (chunk == NULL) {
        out_of_memory(size);
    }
    chunk->size = size - sizeof *chunk;
    return chunk;
}

static void free_chunk(struct chunk *chunk)
{
    if (chunk != NULL && sizeof *chunk + chunk->size == LARGEST_CHUNK && n_ended < MOST_ENDED) {
        chunk->older = ended;
        ended = chunk;
        n_ended++;
    } else if (chunk != NULL && sizeof *chunk + chunk->size >= LARGEST_CHUNK) {
        pages_free(chunk, sizeof *chunk + chunk->size);
    } else {
        free(chunk);
    }
}

static size_t room(const struct chunk *chunk)
{
    return chunk == NULL ? 0 : chunk->size - chunk->used;
}

/* Takes the chunk that was emptied, if it is large enough; NULL if not. */
static struct chunk *spare_chunk(struct arena *arena, size_t wanted)
{
    struct chunk *chunk = arena->spare;
    if (chunk == NULL || chunk->size < wanted) {
        return NULL;
    }
    arena->spare = NULL;
    return chunk;
}

/* Returns a new chunk with room for `wanted` bytes.  Of it and the one that was the newest, that
 * becomes the newest in which more room is left then. */
static struct chunk *add_chunk(struct arena *arena, size_t wanted)
{
    struct chunk *chunk = spare_chunk(arena, wanted);
    if (chunk == NULL) {
        chunk = new_chunk(arena->next_size, wanted);
        arena->next_size *= arena->next_size < LARGEST_CHUNK ? 2 : 1;
        arena->bytes += chunk->size;
    }
    struct chunk **link = &arena->chunk;
    if (!arena->marked && room(arena->chunk) > chunk->size - wanted) {
        link = &arena->chunk->older;
    }
    chunk->older = *link;
    *link = chunk;
    return chunk;
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
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        out_of_memory(sizeof *arena);
    }
    arena->next_size = FIRST_CHUNK;
    return arena;
}

static void free_chunks(struct chunk *chunk)
{
    while (chunk != NULL) {
        struct chunk *older = chunk->older;
        free_chunk(chunk);
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
    free_chunk(arena->spare);
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

/* Returns a chunk with so much room. */
static struct chunk *chunk_for(struct arena *arena, size_t size)
{
    struct chunk *newest = arena->chunk;
    return newest != NULL && room(newest) >= size ? newest : add_chunk(arena, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size = aligned(size);
    return take(chunk_for(arena, size), size);
}

void *arena_copy(struct arena *arena, const void *from, size_t size)
{
    size_t taken = aligned(size);
    void *memory = take_dirty(chunk_for(arena, taken), taken);
    if (size > 0) {
        memcpy(memory, from, size);
    }
    return memory;
}

/* Moves `memory` to a larger chunk, if it has one of its own; NULL if not. */
static void *grow_own_chunk(struct arena *arena, const void *memory, size_t old_size, size_t size)
{
    struct chunk **link = &arena->chunk;
    while (*link != NULL && ((*link)->data != memory || (*link)->used != old_size)) {
        link = &(*link)->older;
    }
    struct chunk *old = *link;
    if (old == NULL) {
        return NULL;
    }
    if (old->size >= size) {
        (void)take(old, size - old_size);
        return old->data;
    }
    size_t bytes = (sizeof *old + size + PAGES_LARGE - 1) / PAGES_LARGE * PAGES_LARGE;
    struct chunk *moved = pages_grow(old, sizeof *old + old->size, bytes);
    if (moved == NULL) {
        out_of_memory(size);
    }
    arena->bytes += bytes - sizeof *moved - moved->size;
    moved->size = bytes - sizeof *moved;
    (void)take(moved, size - old_size);
    *link = moved;
    return moved->data;
}

void *arena_grow(struct arena *arena, void *memory, size_t old_size, size_t size)
{
    struct chunk *chunk = arena->chunk;
    size_t held = old_size;
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
        if (held > 0) {
            memcpy(moved, memory, held);
        }
    }
    return moved;
}

struct arena_mark arena_mark(struct arena *arena)
{
    arena->marked = true;
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
            free_chunk(arena->spare);
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
