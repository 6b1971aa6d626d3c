/* containers.c - arenas, growing arrays, growing text and maps. */
#include <criterion/criterion.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/strmap.h"
#include "base/vec.h"

TestSuite(containers, .timeout = 30);

Test(containers, arena_gives_zeroed_aligned_memory)
{
    struct arena *arena = arena_create();

    for (size_t size = 0; size < 300; size++) {
        unsigned char *memory = arena_alloc(arena, size);
        cr_assert_eq((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            cr_assert_eq(memory[i], 0);
            memory[i] = 0xff;
        }
    }
    arena_destroy(arena);
}

Test(containers, arena_gives_pieces_larger_than_its_chunks)
{
    struct arena *arena = arena_create();
    char *small = arena_alloc(arena, 1);
    char *large = arena_alloc(arena, 64u << 20);

    *small = 'a';
    large[(64u << 20) - 1] = 'b';
    cr_assert_eq(*small, 'a');
    cr_assert_geq(arena_bytes(arena), 64u << 20);
    arena_destroy(arena);
}

Test(containers, arena_grows_pieces_of_any_size_and_keeps_what_they_hold)
{
    struct arena *arena = arena_create();
    unsigned char *memory = NULL;
    size_t size = 0;

    for (size_t next = 16; next <= 32u << 20; next *= 2) {
        memory = arena_grow(arena, memory, size, next);
        for (size_t i = size; i < next; i += 1021) {
            cr_assert_eq(memory[i], 0);
        }
        memset(memory + size, (int)(next >> 20), next - size);
        cr_assert(size == 0 || memory[size - 1] == (unsigned char)(size >> 20));
        if (next % 3 == 1) {
            char *other = arena_alloc(arena, 1); /* it is no longer the last piece */
            cr_assert_eq(*other, 0);
        }
        size = next;
    }
    cr_assert_leq(arena_bytes(arena), 80u << 20);
    arena_destroy(arena);
}

Test(containers, arena_takes_back_what_came_after_a_mark)
{
    struct arena *arena = arena_create();
    unsigned char *kept = arena_alloc(arena, 100);
    struct arena_mark mark = arena_mark(arena);
    size_t bytes = 0;

    memset(kept, 1, 100);
    for (uint32_t round = 0; round < 50; round++) {
        for (size_t size = 1; size < 200000; size = size * 3 + 1) {
            unsigned char *memory = arena_alloc(arena, size);
            cr_assert_eq(memory[0], 0);
            cr_assert_eq(memory[size - 1], 0);
            memset(memory, 2, size);
        }
        arena_rewind(arena, mark);
        bytes = round == 1 ? arena_bytes(arena) : bytes;
    }
    cr_assert_leq(arena_bytes(arena), 2 * bytes + (8u << 20));
    cr_assert_eq(kept[99], 1);
    arena_destroy(arena);
}

Test(containers, arena_of_null_can_be_destroyed)
{
    arena_destroy(NULL);
}

/* What a hook needs: where to write, and its letter. */
struct hook_data {
    char **at;
    char letter;
};

static void note_hook(void *data)
{
    struct hook_data *hook = data;

    *(*hook->at)++ = hook->letter;
}

Test(containers, arena_runs_hooks_backwards)
{
    struct arena *arena = arena_create();
    char order[4] = "";
    char *at = order;
    struct hook_data hooks[] = {{&at, 'a'}, {&at, 'b'}, {&at, 'c'}};

    for (size_t i = 0; i < 3; i++) {
        arena_on_destroy(arena, note_hook, &hooks[i]);
    }
    arena_destroy(arena);
    cr_assert_str_eq(order, "cba");
}

Test(containers, arena_copies_and_formats_text)
{
    struct arena *arena = arena_create();
    char long_text[5000];

    memset(long_text, 'x', sizeof long_text - 1);
    long_text[sizeof long_text - 1] = '\0';
    cr_assert_str_eq(arena_strndup(arena, "abc", 2), "ab");
    cr_assert_str_eq(arena_strndup(arena, NULL, 0), "");
    cr_assert_str_eq(arena_strdup(arena, ""), "");
    cr_assert_str_eq(arena_printf(arena, "%d %s", -3, "x"), "-3 x");
    cr_assert_eq(strlen(arena_printf(arena, "%s%s", long_text, "y")), 5000);
    arena_destroy(arena);
}

Test(containers, vec_keeps_its_elements_while_it_grows)
{
    struct arena *arena = arena_create();
    VEC(uint64_t) numbers = {0};

    for (uint64_t i = 0; i < 100000; i++) {
        VEC_PUSH(arena, &numbers, i * i);
    }
    cr_assert_eq(numbers.n, 100000);
    for (uint64_t i = 0; i < 100000; i++) {
        cr_assert_eq(numbers.at[i], i * i);
    }
    arena_destroy(arena);
}

Test(containers, strbuf_grows_and_ends_with_nul)
{
    struct arena *arena = arena_create();
    struct strbuf buf;

    strbuf_init(&buf, arena);
    cr_assert_str_eq(buf.text, "");
    for (int i = 0; i < 1000; i++) {
        strbuf_adds(&buf, "ab");
        strbuf_addc(&buf, 'c');
        strbuf_printf(&buf, "%d", i % 10);
        strbuf_add(&buf, "d?", 1);
        cr_assert_eq(strlen(buf.text), buf.len);
    }
    cr_assert_eq(buf.len, 5000);
    cr_assert_str_eq(buf.text + 4990, "abc8dabc9d");
    arena_destroy(arena);
}

Test(containers, strbuf_writes_numbers_as_printf_does)
{
    static const int64_t numbers[] = {0, 7, -1, 10, 1234567890, INT64_MAX, INT64_MIN};
    struct arena *arena = arena_create();

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct strbuf buf;
        strbuf_init(&buf, arena);
        strbuf_add_number(&buf, numbers[i]);
        cr_assert_str_eq(buf.text, arena_printf(arena, "%lld", (long long)numbers[i]));
    }
    arena_destroy(arena);
}

Test(containers, strbuf_takes_pieces_at_the_edge_of_its_room)
{
    struct arena *arena = arena_create();

    for (size_t len = 0; len < 600; len++) {
        struct strbuf buf;
        char piece[600];
        memset(piece, 'x', len);
        piece[len] = '\0';
        strbuf_init(&buf, arena);
        strbuf_printf(&buf, "%s", piece);
        strbuf_add(&buf, piece, len);
        strbuf_add(&buf, buf.text, buf.len); /* its own text */
        cr_assert_eq(strlen(buf.text), 4 * len);
    }
    arena_destroy(arena);
}

Test(containers, strbuf_keeps_nul_bytes)
{
    struct arena *arena = arena_create();
    struct strbuf buf;

    strbuf_init(&buf, arena);
    strbuf_add(&buf, "a\0b", 3);
    cr_assert_eq(buf.len, 3);
    cr_assert_eq(memcmp(buf.text, "a\0b", 4), 0);
    arena_destroy(arena);
}

Test(containers, strmap_finds_what_was_put)
{
    struct arena *arena = arena_create();
    struct strmap *map = strmap_create(arena);
    char key[16] = "";
    uint32_t value = 7;

    cr_assert_not(strmap_get(map, "", &value));
    cr_assert_eq(value, 7);
    for (uint32_t i = 0; i < 50000; i++) {
        snprintf(key, sizeof key, "key %u", (unsigned)i);
        strmap_put(map, key, i);
    }
    cr_assert_eq(strmap_count(map), 50000);
    for (uint32_t i = 0; i < 50000; i++) {
        snprintf(key, sizeof key, "key %u", (unsigned)i);
        cr_assert(strmap_get(map, key, &value));
        cr_assert_eq(value, i);
    }
    cr_assert(strmap_get(map, "key 3", NULL));
    cr_assert_not(strmap_get(map, "key", NULL));
    arena_destroy(arena);
}

Test(containers, strmap_replaces_and_interns)
{
    struct arena *arena = arena_create();
    struct strmap *map = strmap_create(arena);
    uint32_t value = 0;

    strmap_put(map, "", 1);
    strmap_put(map, "", 2);
    cr_assert(strmap_get(map, "", &value));
    cr_assert_eq(value, 2);
    cr_assert_eq(strmap_intern(map, "", 9), 2);
    cr_assert_eq(strmap_intern(map, "a", 9), 9);
    cr_assert_eq(strmap_intern(map, "a", 10), 9);
    cr_assert_eq(strmap_count(map), 2);
    arena_destroy(arena);
}

Test(containers, strmap_tells_what_it_replaces)
{
    struct arena *arena = arena_create();
    struct strmap *map = strmap_create(arena);

    cr_assert_eq(strmap_replace(map, "a", 3), 0);
    cr_assert_eq(strmap_replace(map, "a", 4), 3);
    cr_assert_eq(strmap_count(map), 1);
    arena_destroy(arena);
}

Test(containers, arena_gives_zeroed_memory_where_a_copy_was_taken_back)
{
    struct arena *arena = arena_create();
    char ones[1000];
    memset(ones, 1, sizeof ones);

    struct arena_mark before = arena_mark(arena);
    char *copy = arena_copy(arena, ones, sizeof ones);
    cr_assert_eq(memcmp(copy, ones, sizeof ones), 0);
    arena_rewind(arena, before);
    const char *memory = arena_alloc(arena, 2 * sizeof ones);
    for (size_t i = 0; i < 2 * sizeof ones; i++) {
        cr_assert_eq(memory[i], 0);
    }
    const char *nothing = arena_copy(arena, NULL, 0);
    cr_assert_neq(nothing, NULL);
    arena_destroy(arena);
}

Test(containers, arena_gives_zeroed_memory_that_another_arena_had)
{
    enum { SIZE = 3 << 20, ROUNDS = 4 }; /* in the largest chunks, of which some are kept */

    for (int round = 0; round < ROUNDS; round++) {
        struct arena *arena = arena_create();
        for (int piece = 0; piece < ROUNDS; piece++) {
            unsigned char *memory = arena_alloc(arena, SIZE);
            for (size_t i = 0; i < SIZE; i++) {
                cr_assert_eq(memory[i], 0);
            }
            memset(memory, 0xff, SIZE);
        }
        arena_destroy(arena);
    }
}
