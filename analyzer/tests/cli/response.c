/*
 * response.c - tests of response files: `@file` on the command line.
 */
#include "cli/options.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "base/vec.h"

static struct arena *arena;
static struct strbuf said;
static struct options options;
static const char *folder;
static struct option_list written; /* files to be removed */

static void start(void)
{
    arena = arena_create();
    const char *temporary = os_environment(arena, "TMPDIR");
    /* Criterion runs every test in a process of its own, side by side with others. */
    folder = arena_printf(
        arena, "%s/dllmain-lint-test-%llx-%llx", temporary != NULL ? temporary : "/tmp",
        (unsigned long long)os_milliseconds(), (unsigned long long)os_process_id());
}

static void end(void)
{
    for (uint32_t i = 0; i < written.n; i++) {
        (void)remove(written.at[i]);
    }
    (void)remove(folder);
    arena_destroy(arena);
}

TestSuite(response, .init = start, .fini = end);

/* Returns the word that opens the file of that name. */
static const char *word(const char *name)
{
    return arena_printf(arena, "@%s/%s", folder, name);
}

/* Writes a response file of `len` bytes and returns the word that opens it. */
static const char *write_bytes(const char *name, const char *text, size_t len)
{
    const char *opens = word(name);
    const char *error = os_write_file(arena, opens + 1, text, len);
    cr_assert_null(error, "%s", error);
    VEC_PUSH(arena, &written, opens + 1);
    return opens;
}

/* The same for text. */
static const char *write_text(const char *name, const char *text)
{
    return write_bytes(name, text, strlen(text));
}

/* Parses one or two words; `second` may be NULL. */
static bool parse(const char *first, const char *second)
{
    const char *const argv[] = {"dllmain-lint", first, second};
    strbuf_init(&said, arena);
    struct diag diag = {.to = &said};
    return options_parse(arena, second != NULL ? 3 : 2, argv, &options, &diag);
}

/* Expects that the only message is this, with the test's folder left out. */
static void expect_said(const char *expected)
{
    struct strbuf shown;
    strbuf_init(&shown, arena);
    for (const char *at = said.text; *at != '\0';) {
        size_t len = strlen(folder);
        if (strncmp(at, folder, len) == 0) {
            at += len + 1;
        } else {
            strbuf_addc(&shown, *at++);
        }
    }
    cr_assert_str_eq(shown.text, expected);
}

Test(response, words_stand_on_lines_or_between_blanks)
{
    cr_assert(parse(write_text("a", "-q\r\n--build=out  a.c\n\n\tb.c"), "c.c"), "%s", said.text);
    cr_assert(options.quiet);
    cr_assert_str_eq(options.build, "out");
    cr_assert_eq(options.files.n, 3);
    cr_assert_str_eq(options.files.at[1], "b.c");
    cr_assert_str_eq(options.files.at[2], "c.c");
}

Test(response, quotation_marks_hold_blanks)
{
    cr_assert(parse(write_text("a", "\"my file.c\" 'it is \"this\".c' a\" \"b.c"), NULL));
    cr_assert_eq(options.files.n, 3);
    cr_assert_str_eq(options.files.at[0], "my file.c");
    cr_assert_str_eq(options.files.at[1], "it is \"this\".c");
    cr_assert_str_eq(options.files.at[2], "a b.c");
}

Test(response, backslashes_are_themselves_but_before_quotation_marks)
{
    cr_assert(parse(write_text("a", "C:\\src\\a.c \"C:\\my src\\b.c\" say\\\"x\\\".c"), NULL));
    cr_assert_str_eq(options.files.at[0], "C:\\src\\a.c");
    cr_assert_str_eq(options.files.at[1], "C:\\my src\\b.c");
    cr_assert_str_eq(options.files.at[2], "say\"x\".c");
}

Test(response, an_empty_word_can_be_quoted)
{
    cr_assert_not(parse(write_text("a", "-q\n--rules \"\""), NULL));
    expect_said("dllmain-lint: error: a:2: '--rules' needs a value: --rules LIST\n");
}

Test(response, lines_that_begin_with_a_hash_are_comments)
{
    cr_assert(parse(write_text("a", "# sources\na.c\n  # more\nb#c.c #d.c\n#end"), NULL));
    cr_assert_eq(options.files.n, 3);
    cr_assert_str_eq(options.files.at[1], "b#c.c");
    cr_assert_str_eq(options.files.at[2], "#d.c");
}

Test(response, an_empty_file_is_no_words)
{
    cr_assert(parse(write_text("a", ""), write_text("b", " \n")));
    cr_assert_eq(options.files.n, 0);
}

Test(response, files_open_files)
{
    const char *inner = write_text("inner", "b.c");
    cr_assert(parse(write_text("outer", arena_printf(arena, "a.c %s c.c", inner)), inner));
    cr_assert_eq(options.files.n, 4);
    cr_assert_str_eq(options.files.at[1], "b.c");
    cr_assert_str_eq(options.files.at[2], "c.c");
}

Test(response, behind_two_dashes_nothing_is_opened)
{
    cr_assert(parse(write_text("a", "a.c -- -DX @none"), "@none"));
    cr_assert_eq(options.flags.n, 3);
    cr_assert_str_eq(options.flags.at[2], "@none");
}

Test(response, mistakes_have_a_place)
{
    cr_assert_not(parse(write_text("a", "-q\n\n  --formt json"), NULL));
    expect_said("dllmain-lint: error: a:3: unknown option '--formt', did you mean '--format'?\n");
}

Test(response, an_open_quotation_mark_is_found_where_its_word_begins)
{
    cr_assert_not(parse(write_text("a", "a.c\n\"b.c\n\n"), NULL));
    expect_said("dllmain-lint: error: a:2: a quotation mark is opened here and never closed\n");
}

Test(response, a_file_that_is_missing_is_named_with_its_place)
{
    cr_assert_not(parse(word("none"), NULL));
    expect_said("dllmain-lint: error: cannot read the response file 'none': "
                "no such file or directory\n");
    cr_assert_not(parse(write_text("a", word("none")), NULL));
    expect_said("dllmain-lint: error: a:1: cannot read the response file 'none': "
                "no such file or directory\n");
}

Test(response, a_cycle_ends)
{
    write_text("a", word("b"));
    write_text("b", arena_printf(arena, "\n@%s/./a", folder));
    cr_assert_not(parse(word("a"), NULL));
    expect_said("dllmain-lint: error: b:2: the response file './a' opens itself\n");
}

Test(response, a_flood_ends, .timeout = 20)
{
    struct strbuf text;
    for (int depth = 0; depth < 8; depth++) {
        strbuf_init(&text, arena);
        for (int i = 0; i < 100; i++) {
            strbuf_printf(&text, "%s\n", word(arena_printf(arena, "f%d", depth + 1)));
        }
        write_bytes(arena_printf(arena, "f%d", depth), text.text, text.len);
    }
    write_text("f8", "a.c");
    cr_assert_not(parse(word("f0"), NULL));
    expect_said("dllmain-lint: error: f7:84: more than 1000 response files\n");
}

Test(response, a_single_at_sign_is_a_file)
{
    cr_assert(parse("@", NULL));
    cr_assert_str_eq(options.files.at[0], "@");
}

Test(response, unicode_with_a_mark_is_read)
{
    cr_assert(parse(write_bytes("a", "\xFF\xFE-\0q\0 \0a\0.\0c\0", 14), NULL), "%s", said.text);
    cr_assert(options.quiet);
    cr_assert_str_eq(options.files.at[0], "a.c");
    cr_assert(parse(write_text("b", "\xEF\xBB\xBF# x\n-v"), NULL), "%s", said.text);
    cr_assert(options.verbose);
}

Test(response, a_file_with_a_nul_byte_is_refused)
{
    cr_assert_not(parse(write_bytes("a", "a.c\0b.c", 7), NULL));
    expect_said("dllmain-lint: error: a: a response file is text, but this one holds a NUL byte\n");
}
