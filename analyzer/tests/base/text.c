/* text.c - encodings, escaping, globs and the nearest word. */
#include "base/text.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;

static void set_up(void)
{
    arena = arena_create();
}

static void tear_down(void)
{
    arena_destroy(arena);
}

TestSuite(text, .init = set_up, .fini = tear_down, .timeout = 30);

static const char *const good_utf8[] = {
    "",
    "a\x7f",
    "\xc2\x80\xdf\xbf",
    "\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf",
    "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf",
};
static const char *const bad_utf8[] = {
    "\x80",         "\xc0\x80",     "\xc1\xbf",         "\xc2",         "\xc2\x41",
    "\xe0\x9f\xbf", "\xed\xa0\x80", "\xe2\x82",         "\xe2\x82\x41", "\xf0\x8f\xbf\xbf",
    "\xf5\x80",     "\xff",         "\xf4\x90\x80\x80", "\xf0\x90\x80",
};

#define N(array) (sizeof(array) / sizeof *(array))

Test(text, utf8_is_told_from_other_bytes)
{
    for (size_t i = 0; i < N(good_utf8); i++) {
        cr_assert(text_is_utf8(good_utf8[i], strlen(good_utf8[i])), "%zu", i);
        cr_assert_str_eq(text_clean_utf8(arena, good_utf8[i], strlen(good_utf8[i])), good_utf8[i]);
    }
    for (size_t i = 0; i < N(bad_utf8); i++) {
        const char *clean = text_clean_utf8(arena, bad_utf8[i], strlen(bad_utf8[i]));
        cr_assert_not(text_is_utf8(bad_utf8[i], strlen(bad_utf8[i])), "%zu", i);
        cr_assert(text_is_utf8(clean, strlen(clean)), "%zu", i);
        cr_assert_not_null(strstr(clean, "\xef\xbf\xbd"));
    }
    cr_assert_not(text_is_utf8("\xe2\x82\xac", 2), "the bytes behind the end do not count");
}

static void assert_utf16(const char *in, size_t len, const char *expected)
{
    size_t out_len = 99;
    char *out = text_from_utf16(arena, in, len, &out_len);

    cr_assert_str_eq(out, expected);
    cr_assert_eq(out_len, strlen(expected));
}

Test(text, utf16_becomes_utf8)
{
    assert_utf16("\xff\xfe"
                 "a\0\xe4\0\xac\x20\x3d\xd8\x00\xde",
                 12, "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    assert_utf16("\xfe\xff\0a\0\xe4\x20\xac\xd8\x3d\xde\x00", 12,
                 "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    assert_utf16("\xff\xfe", 2, "");
}

Test(text, broken_utf16_becomes_replacement_characters)
{
    assert_utf16("\xff\xfe\x3d\xd8", 4, "\xef\xbf\xbd");
    assert_utf16("\xff\xfe\x00\xde"
                 "a\0",
                 6,
                 "\xef\xbf\xbd"
                 "a");
    assert_utf16("\xff\xfe\x3d\xd8"
                 "a\0",
                 6,
                 "\xef\xbf\xbd"
                 "a");
    assert_utf16("\xff\xfe\x3d\xd8\x3d\xd8\x00\xde", 8, "\xef\xbf\xbd\xf0\x9f\x98\x80");
    assert_utf16("\xff\xfe"
                 "a\0b",
                 5, "a");
}

Test(text, without_a_utf16_mark_is_left_alone)
{
    size_t len;

    cr_assert_null(text_from_utf16(arena, "a\0b\0", 4, &len));
    cr_assert_null(text_from_utf16(arena, "", 0, &len));
    cr_assert_null(text_from_utf16(arena, "\xff", 1, &len));
}

Test(text, utf16_units_are_counted)
{
    const char *line = "a\xc3\xa4\xf0\x9f\x98\x80z\xff!";

    cr_assert_eq(text_utf16_units(line, 0), 0);
    cr_assert_eq(text_utf16_units(line, 1), 1);
    cr_assert_eq(text_utf16_units(line, 3), 2);
    cr_assert_eq(text_utf16_units(line, 7), 4);
    cr_assert_eq(text_utf16_units(line, 8), 5);
    cr_assert_eq(text_utf16_units(line, 10), 7);
    cr_assert_eq(text_utf16_units(line, 1000), 7, "stops at the end of the line");
}

static const char *escaped(const char *text, bool keep_lines)
{
    struct strbuf buf;

    strbuf_init(&buf, arena);
    text_escape_control(&buf, text, keep_lines);
    return buf.text;
}

Test(text, control_characters_are_escaped)
{
    cr_assert_str_eq(escaped("\x1b[31m\x7f", false), "\\x1B[31m\\x7F");
    cr_assert_str_eq(escaped("\xc2\x9b\xc2\xa0", false), "\\xC2\\x9B\xc2\xa0");
    cr_assert_str_eq(escaped("a\t\r\n", false), "a\\x09\\x0D\\x0A");
    cr_assert_str_eq(escaped("a\t\r\n", true), "a\t\\x0D\n");
    cr_assert_str_eq(escaped("\xff\xc3\xa4\xe2\x82", false), "\\xFF\xc3\xa4\\xE2\\x82");
    cr_assert_str_eq(escaped("", true), "");
}

Test(text, globs_match)
{
    static const char *const yes[][2] = {
        {"", ""},           {"*", ""},
        {"*", "abc"},       {"a*c", "ac"},
        {"a*c", "abcc"},    {"*b*", "abc"},
        {"?b?", "abc"},     {"a**c", "abc"},
        {"*.c", "a.b.c"},   {"DLM9*", "DLM901"},
        {"*/x/*", "a/x/b"}, {"*ab", "aab"},
        {"[a]", "[a]"},     {"*a?b*c", "xaybzc"},
    };
    static const char *const no[][2] = {
        {"", "a"},     {"?", ""},       {"a", ""},  {"a*c", "abd"},
        {"a?c", "ac"}, {"*.c", "a.cc"}, {"A", "a"}, {"[a]", "a"},
    };

    for (size_t i = 0; i < N(yes); i++) {
        cr_assert(text_glob(yes[i][0], yes[i][1]), "%s %s", yes[i][0], yes[i][1]);
    }
    for (size_t i = 0; i < N(no); i++) {
        cr_assert_not(text_glob(no[i][0], no[i][1]), "%s %s", no[i][0], no[i][1]);
    }
}

Test(text, hostile_globs_end_soon)
{
    char text[20001];
    char glob[2001];

    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    for (size_t i = 0; i + 1 < sizeof glob; i++) {
        glob[i] = i % 2 ? '*' : 'a';
    }
    glob[sizeof glob - 2] = 'b';
    glob[sizeof glob - 1] = '\0';
    cr_assert_not(text_glob(glob, text));
}

Test(text, is_compared)
{
    cr_assert(text_same_nocase("Windows.H", "windows.h"));
    cr_assert(text_same_nocase("", ""));
    cr_assert_not(text_same_nocase("a", "ab"));
    cr_assert_not(text_same_nocase("ab", "a"));
    cr_assert_not(text_same_nocase("\xc3\x84", "\xc3\xa4"), "ASCII only");
    cr_assert_not(text_same_nocase("[", "{"));
    cr_assert(text_starts("abc", "ab") && text_starts("a", "") && !text_starts("a", "ab"));
    cr_assert(text_ends("abc", "bc") && text_ends("a", "") && !text_ends("b", "ab"));
}

Test(text, the_nearest_word_is_found)
{
    static const char *const words[] = {"effects", "phases", "callback", "name", "names"};
    char long_word[500];

    memset(long_word, 'a', sizeof long_word - 1);
    long_word[sizeof long_word - 1] = '\0';
    cr_assert_str_eq(text_nearest("efects", words, 5), "effects");
    cr_assert_str_eq(text_nearest("phase", words, 5), "phases");
    cr_assert_str_eq(text_nearest("name", words, 5), "name");
    cr_assert_str_eq(text_nearest("callbakc", words, 5), "callback");
    cr_assert_null(text_nearest("zzzzzz", words, 5));
    cr_assert_null(text_nearest(long_word, words, 5));
    cr_assert_null(text_nearest("a", NULL, 0));
}

Test(text, a_word_farther_than_a_third_is_not_near)
{
    static const char *const words[] = {"on", "abcdef"};

    cr_assert_null(text_nearest("x", words, 2));
    cr_assert_null(text_nearest("abcxyz", words, 2));
    cr_assert_str_eq(text_nearest("abcdxy", words, 2), "abcdef");
}
