/* text_hostile.c - damaged text is an error with its line, or a unit; never a crash. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "facts/text.h"
#include "full_unit.h"

#define HEAD "dllmain-lint facts 1\n"

TestSuite(facts_hostile, .timeout = 120);

/* Reads a copy that has nothing behind it, so that reading too far is noticed.  What can be read
 * must be stable when it is written. */
static bool survives(const char *text, size_t len)
{
    struct arena *arena = arena_create();
    char *copy = malloc(len ? len : 1);
    const char *error = NULL;
    struct unit *unit;

    memcpy(copy, text, len);
    unit = facts_read(arena, copy, len, &error);
    free(copy);
    cr_assert_eq(!unit, !!error);
    if (unit) {
        struct strbuf once = written(arena, unit);
        unit = facts_read(arena, once.text, once.len, &error);
        cr_assert_not_null(unit, "%s", error);
        cr_assert_str_eq(written(arena, unit).text, once.text);
    } else {
        cr_assert_eq(strncmp(error, "line ", 5), 0, "%s", error);
    }
    arena_destroy(arena);
    return unit != NULL;
}

static void assert_error(const char *text, const char *expected)
{
    struct arena *arena = arena_create();
    const char *error = NULL;

    cr_assert_null(facts_read(arena, text, strlen(text), &error), "%s", text);
    cr_assert_str_eq(error, expected);
    arena_destroy(arena);
}

Test(facts_hostile, every_prefix_by_hand_is_survived)
{
    for (size_t len = 0; len <= strlen(small_text); len++) {
        survives(small_text, len);
    }
}

Test(facts_hostile, no_prefix_of_a_sealed_text_is_both_sealed_and_read)
{
    struct arena *arena = arena_create();
    struct strbuf text = written(arena, small_unit(arena));

    for (size_t len = 0; len < text.len; len++) {
        cr_assert_not(survives(text.text, len) && facts_is_sealed(text.text, len), "%zu", len);
    }
    arena_destroy(arena);
}

/* A linear congruential generator: the same numbers everywhere. */
static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

/* Changes one byte at a time.  Returns how many of the texts could be read. */
static int mutate(const char *text, size_t len, int n_mutations)
{
    uint32_t state = 20240229;
    char *copy = malloc(len);
    int n_read = 0;

    for (int i = 0; i < n_mutations; i++) {
        memcpy(copy, text, len);
        copy[next_random(&state) % len] = (char)(next_random(&state) & 0xff);
        n_read += survives(copy, len);
    }
    free(copy);
    return n_read;
}

Test(facts_hostile, mutations_by_hand_are_survived)
{
    int n_read = mutate(small_text, strlen(small_text), 2000);

    cr_assert(n_read > 100 && n_read < 1900, "%d", n_read);
}

Test(facts_hostile, mutations_of_a_sealed_text_are_noticed)
{
    struct arena *arena = arena_create();
    struct strbuf text = written(arena, small_unit(arena));
    uint32_t state = 7;

    for (int i = 0; i < 2000; i++) {
        size_t at = next_random(&state) % (text.len - 42);
        char was = text.text[at];
        text.text[at] = (char)(unsigned char)((uint8_t)was ^ (1 + next_random(&state) % 255));
        cr_assert_not(survives(text.text, text.len));
        text.text[at] = was;
    }
    arena_destroy(arena);
}

Test(facts_hostile, tokens_in_wrong_places_are_survived)
{
    static const char *const tokens[] = {
        "(",     ")",      "\"a\"",    "$",        "$1",     "$x",    "@",     "@1",     "@0:1:2",
        "..",    "..3",    "-",        "-5",       "5",      "#",     ";",     "unit",   "file",
        "where", "symbol", "record",   "function", "global", "error", "block", "params", "fields",
        "bases", "end",    "priority", "section",  "\\",     "\"",    "\n",    " ",      "case"};
    const uint32_t n_tokens = sizeof tokens / sizeof *tokens;
    uint32_t state = 99;

    for (int i = 0; i < 3000; i++) {
        char text[256] = HEAD "(file \"a\")(where 0:1:1)(symbol \"x\")";
        for (int j = 0; j < 8; j++) {
            strncat(text, " ", sizeof text - strlen(text) - 1);
            strncat(text, tokens[next_random(&state) % n_tokens], sizeof text - strlen(text) - 1);
        }
        survives(text, strlen(text));
    }
}

Test(facts_hostile, deep_nesting_that_ends_early_is_an_error)
{
    struct arena *arena = arena_create();
    struct strbuf text;

    strbuf_init(&text, arena);
    strbuf_adds(&text, HEAD "(global $0 ");
    for (int i = 0; i < 200000; i++) {
        strbuf_adds(&text, "(and");
    }
    cr_assert_not(survives(text.text, text.len));
    arena_destroy(arena);
}

Test(facts_hostile, errors_name_line_and_expectation)
{
    assert_error("", "line 1: expected 'dllmain-lint facts 1' and a newline, found the end of the "
                     "text");
    assert_error("dllmain-lint facts 2\n",
                 "line 1: expected 'dllmain-lint facts 1' and a newline, found 'dllmain-lint'");
    assert_error(HEAD "\n(global $77)", "line 3: expected a symbol's id of at most 0, found '77'");
    assert_error(HEAD "(global $x)",
                 "line 2: expected the name of a symbol declared above, found 'x'");
    assert_error(HEAD "(global $0 (blok))",
                 "line 2: expected a node's kind such as 'block', found 'blok'");
    assert_error(HEAD "(symbl \"x\")", "line 2: expected an item such as 'symbol', found 'symbl'");
    assert_error(HEAD "(symbol 2 \"x\")", "line 2: expected 1, the number of this item, found '2'");
    assert_error(HEAD "(symbol \"x\" @0:1:1)",
                 "line 2: expected a (file ...) before the first place, found '0:1:1'");
    assert_error(HEAD "(file \"a\")\n(where 1:1:1)",
                 "line 3: expected a file's number of at most 0, found '1:1:1'");
    assert_error(HEAD "(global $0 (int 1 2))", "line 2: expected each attribute once, found '2'");
    assert_error(HEAD "(global $0 (int) (int))",
                 "line 2: expected only one tree here, found '(int'");
    assert_error(HEAD "(file \"a\" \"b\")",
                 "line 2: expected only one string without a key, found '\"b'");
    assert_error(HEAD "(unit \"a\n\")",
                 "line 2: expected a string that ends on its line, found '\"a'");
    assert_error(HEAD "(unit \"\\x00\")",
                 "line 2: expected \\\", \\\\, \\n, \\t or \\x01 to \\xff, found '\\x00'");
    assert_error(HEAD "\x1b]0;", "line 2: expected '(', found '\\x1B]0'");
}

Test(facts_hostile, numbers_that_are_too_large_are_errors)
{
    const char *least = HEAD "(global $0 (int -9223372036854775808))";

    cr_assert(survives(least, strlen(least)));
    assert_error(HEAD "(global $0 (int 9223372036854775808))",
                 "line 2: expected a number of 64 bits, found '9223372036854775808'");
    assert_error(HEAD "(global $0 (int -9223372036854775809))",
                 "line 2: expected a number of 64 bits, found '-9223372036854775809'");
    assert_error(HEAD "(file size 18446744073709551616)",
                 "line 2: expected a size of at most 18446744073709551615, found "
                 "'18446744073709551616'");
    assert_error(HEAD "(function $0 priority 2147483648)",
                 "line 2: expected a priority of 32 bits, found '2147483648'");
    assert_error(HEAD "(function $0 end 4294967296)",
                 "line 2: expected a line of at most 4294967295, found '4294967296'");
}

Test(facts_hostile, a_wrong_checksum_is_an_error)
{
    struct arena *arena = arena_create();
    const char *text = HEAD "checksum 00000000000000000000000000000000\n";
    const char *error = NULL;

    cr_assert_null(facts_read(arena, text, strlen(text), &error));
    cr_assert_eq(strncmp(error, "line 2: expected the checksum ", 30), 0, "%s", error);
    assert_error(HEAD "checksum 0000\n", "line 2: expected '(', found 'checksum'");
    arena_destroy(arena);
}

Test(facts_hostile, nul_bytes_are_an_error)
{
    cr_assert_not(survives(HEAD "\0", sizeof HEAD));
    cr_assert_not(survives(HEAD "(unit \"a\0b\")", sizeof HEAD + 11));
}
