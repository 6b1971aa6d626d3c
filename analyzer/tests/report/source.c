/* source.c - lines, columns, tokens and GitHub's line hashes of source files. */
#include <criterion/criterion.h>

#include <string.h>

#include "fixture.h"
#include "report/line_hash.h"
#include "report/source.h"
#include "report/utf.h"

TestSuite(source, .timeout = 10);

static uint32_t column_of(struct fixture *fixture, struct sources *sources, const char *file,
                          uint32_t byte)
{
    (void)fixture;
    struct place place = {.file = file, .line = 1, .column = byte};
    return source_column(sources, &place);
}

Test(source, lines_end_with_any_of_the_three_endings)
{
    struct fixture fixture;
    fixture_start(&fixture);
    const char *file = fixture_file(&fixture, "a.c", "one\r\ntwo\rthree\n\nfive", 20);
    struct sources *sources = sources_create(fixture.arena);
    const char *lines[] = {"one", "two", "three", "", "five"};
    cr_assert_eq(source_n_lines(sources, file), 5);
    for (uint32_t i = 0; i < 5; i++) {
        struct slice line;
        cr_assert(source_line(sources, file, i + 1, &line));
        cr_assert_eq(line.len, strlen(lines[i]), "line %u", i + 1);
        cr_assert_eq(memcmp(line.text, lines[i], line.len), 0);
    }
    struct slice none;
    cr_assert_not(source_line(sources, file, 6, &none));
    cr_assert_not(source_line(sources, file, 0, &none));
    fixture_end(&fixture);
}

Test(source, missing_file_has_no_lines)
{
    struct fixture fixture;
    fixture_start(&fixture);
    struct sources *sources = sources_create(fixture.arena);
    struct place place = {.file = "/nowhere/a.c", .line = 3, .column = 7};
    cr_assert_eq(source_n_lines(sources, place.file), 0);
    cr_assert_eq(source_column(sources, &place), 7);
    cr_assert_null(source_line_hash(sources, place.file, 1));
    fixture_end(&fixture);
}

Test(source, columns_are_utf16_units)
{
    struct fixture fixture;
    fixture_start(&fixture);
    static const char text[] = "\xf0\x9f\x98\x80\xc3\xa9" /* 4 + 2 bytes, 2 + 1 units */
                               "\xe2\x82\xff"             /* 2 parts that are ill-formed */
                               "x\n";
    const char *file = fixture_file(&fixture, "a.c", text, sizeof text - 1);
    struct sources *sources = sources_create(fixture.arena);
    cr_assert_eq(column_of(&fixture, sources, file, 1), 1);
    cr_assert_eq(column_of(&fixture, sources, file, 5), 3);
    cr_assert_eq(column_of(&fixture, sources, file, 7), 4);
    cr_assert_eq(column_of(&fixture, sources, file, 10), 6);
    cr_assert_eq(column_of(&fixture, sources, file, 99), 7);
    cr_assert_eq(column_of(&fixture, sources, file, 0), 1);
    fixture_end(&fixture);
}

Test(source, tokens_reach_over_qualified_names_and_members)
{
    static const char text[] = "  std::thread t; a->b.c(1); ~x";
    struct slice line = {text, sizeof text - 1};
    struct token token = source_token(line, 3);
    cr_assert_eq(token.from, 2);
    cr_assert_eq(token.to, 13);
    token = source_token(line, 18);
    cr_assert_eq(token.to - token.from, 6);
    token = source_token(line, 29);
    cr_assert_eq(token.to - token.from, 1);
    token = source_token(line, 0);
    cr_assert_eq(token.from, 2);
    cr_assert_eq(token.to, line.len);
    token = source_token((struct slice){"", 0}, 4);
    cr_assert_eq(token.to, 0);
}

Test(source, utf16_files_are_shown_as_utf8)
{
    struct fixture fixture;
    fixture_start(&fixture);
    const char *file = fixture_file(&fixture, "a.c",
                                    "\xff\xfe"
                                    "a\0\xe9\0\n\0b\0",
                                    10);
    struct sources *sources = sources_create(fixture.arena);
    struct slice line;
    cr_assert_eq(source_n_lines(sources, file), 2);
    cr_assert(source_line(sources, file, 1, &line));
    cr_assert_eq(line.len, 3);
    fixture_end(&fixture);
}

/* The expected values come from a second implementation, in another language, that sums each line's
 * polynomial anew; it gives the published vectors of github/codeql-action. */
static void check_hashes(const char *text, size_t len, const char *const *expected, uint32_t n)
{
    struct arena *arena = arena_create();
    struct line_hashes hashes = line_hashes(arena, text, len);
    cr_assert_eq(hashes.n, n, "%u lines", hashes.n);
    for (uint32_t i = 0; i < n; i++) {
        cr_assert_str_eq(hashes.at[i], expected[i]);
    }
    arena_destroy(arena);
}

Test(source, hash_of_an_empty_file)
{
    const char *expected[] = {"c129715d7a2bc9a3:1"};
    check_hashes("", 0, expected, 1);
}

Test(source, hash_ignores_blanks_and_the_kind_of_line_ending)
{
    static const char crlf[] = "int x;\r\nint x;\r\n\tint x;\r\n";
    static const char lf[] = "int x;\nint  x;\nint x;\n";
    static const char cr[] = "int x; \rint x;\r  int x;\r";
    const char *expected[] = {"11ea230d06505923:1", "96499790c59d72a3:1", "22bd3bea0af67823:1",
                              "c129715d7a2bc9a3:1"};
    check_hashes(crlf, sizeof crlf - 1, expected, 4);
    check_hashes(lf, sizeof lf - 1, expected, 4);
    check_hashes(cr, sizeof cr - 1, expected, 4);
}

Test(source, hash_sees_a_cr_and_a_lf_apart_as_two_endings)
{
    static const char text[] = "one\r \ntwo";
    const char *expected[] = {"7e451306d72a36cf:1", "25a7fa151312e06b:1", "7926ff05c299dd0d:1"};
    check_hashes(text, sizeof text - 1, expected, 3);
}

Test(source, hash_is_over_utf16_units)
{
    static const char text[] = "a\xf0\x9f\x98\x80\xc3\xa9\n\tb\n";
    const char *expected[] = {"cd6088d4edfb850:1", "ade70578248be16f:1", "c129715d7a2bc9a3:1"};
    check_hashes(text, sizeof text - 1, expected, 3);
}

Test(source, hash_of_ill_formed_utf8_counts_maximal_parts)
{
    static const char text[] = "\xe2\x82(\xff\n\xf0\x9f\x98\nend";
    const char *expected[] = {"812ddbaac9157751:1", "ae6fa97cd0044c15:1", "43b6461eda086fe2:1"};
    check_hashes(text, sizeof text - 1, expected, 3);
}

Test(source, hash_counts_how_often_it_occurred)
{
    struct arena *arena = arena_create();
    struct strbuf text;
    strbuf_init(&text, arena);
    for (uint32_t i = 0; i < 50; i++) {
        strbuf_adds(&text, "    same line of code;\n");
    }
    struct line_hashes hashes = line_hashes(arena, text.text, text.len);
    cr_assert_eq(hashes.n, 51);
    size_t len = strcspn(hashes.at[0], ":");
    cr_assert_str_eq(hashes.at[0] + len, ":1");
    cr_assert_str_eq(hashes.at[1] + len, ":2");
    cr_assert_str_eq(hashes.at[40] + len, ":41");
    cr_assert_str_neq(hashes.at[48], hashes.at[49]);
    arena_destroy(arena);
}

Test(source, cleaned_text_has_a_mark_for_each_maximal_part)
{
    struct arena *arena = arena_create();
    cr_assert_str_eq(utf_clean(arena, "a\xe2\x82z\xff\xc0\xaf", 7),
                     "a\xef\xbf\xbdz\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    cr_assert_str_eq(utf_clean(arena, "\xed\xa0\x80", 3), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    cr_assert_str_eq(utf_clean(arena, "\0x", 2), "\xef\xbf\xbdx");
    arena_destroy(arena);
}
