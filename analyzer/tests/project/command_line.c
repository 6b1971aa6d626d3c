/* command_line.c - how commands are split. */
#include <criterion/criterion.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "project/command_line.h"

/* Checks that the text is split into the words, which are given with '|' between them. */
static void check(enum quoting quoting, const char *text, const char *expected)
{
    struct arena *arena = arena_create();
    struct arguments words = {0};
    struct strbuf out;
    strbuf_init(&out, arena);
    cr_assert(command_line_split(arena, &words, text, quoting, true));
    for (uint32_t i = 0; i < words.n; i++) {
        strbuf_printf(&out, "%s%s", i > 0 ? "|" : "", words.at[i]);
    }
    cr_expect_str_eq(out.text, expected);
    arena_destroy(arena);
}

Test(command_line, posix_quotes_group_and_backslashes_escape)
{
    check(QUOTING_POSIX, "gcc  -DA='x y' \"-DB=\\\"q\\\"\" a\\ b.c", "gcc|-DA=x y|-DB=\"q\"|a b.c");
    check(QUOTING_POSIX, "cc \"a\\nb\" 'c\\d'", "cc|a\\nb|c\\d");
    check(QUOTING_POSIX, "cc '' \"\"", "cc||");
    check(QUOTING_POSIX, "cc a\\\nb", "cc|ab");
}

Test(command_line, an_unfinished_quote_ends_with_the_text)
{
    check(QUOTING_POSIX, "cc 'a b", "cc|a b");
    check(QUOTING_POSIX, "cc a\\", "cc|a\\");
    check(QUOTING_WINDOWS, "cl \"a b", "cl|a b");
}

Test(command_line, windows_backslashes_are_plain_unless_before_a_quote)
{
    check(QUOTING_WINDOWS, "cl.exe /IC:\\inc /DN=\\\"s\\\" C:\\src\\a.cpp",
          "cl.exe|/IC:\\inc|/DN=\"s\"|C:\\src\\a.cpp");
    check(QUOTING_WINDOWS, "cl \"/FoC:\\out dir\\\\\" a.c", "cl|/FoC:\\out dir\\|a.c");
    check(QUOTING_WINDOWS, "cl \"a\\\\\\\"b\"", "cl|a\\\"b");
    check(QUOTING_WINDOWS, "cl \"say \"\"hi\"\"\" b", "cl|say \"hi\"|b");
    check(QUOTING_WINDOWS, "cl 'a b'", "cl|'a|b'");
}

Test(command_line, the_name_of_a_windows_program_keeps_its_backslashes)
{
    check(QUOTING_WINDOWS, "\"C:\\Program Files\\VC\\bin\\\"cl.exe /c",
          "C:\\Program Files\\VC\\bin\\cl.exe|/c");
}

Test(command_line, the_directory_chooses_the_rules)
{
    cr_expect_eq(command_line_quoting("cl /c a.c", "C:\\src"), QUOTING_WINDOWS);
    cr_expect_eq(command_line_quoting("cl /c a.c", "\\\\server\\src"), QUOTING_WINDOWS);
    cr_expect_eq(command_line_quoting("clang-cl /c a.c", "/srv/me"), QUOTING_POSIX);
    cr_expect_eq(command_line_quoting("C:\\cl.exe /c a.c", "/srv/me"), QUOTING_POSIX);
}

Test(command_line, without_an_absolute_directory_the_program_chooses_the_rules)
{
    cr_expect_eq(command_line_quoting("\"C:\\VC\\cl.exe\" /c a.c", "."), QUOTING_WINDOWS);
    cr_expect_eq(command_line_quoting("tools\\cl.EXE /c a.c", NULL), QUOTING_WINDOWS);
    cr_expect_eq(command_line_quoting("gcc -c a.c", "."), QUOTING_POSIX);
    cr_expect_eq(command_line_quoting("/c/msys64/bin/gcc.exe -c a.c", "C:/src"), QUOTING_POSIX);
    cr_expect_eq(command_line_quoting("", ""), QUOTING_POSIX);
}

Test(command_line, more_words_than_the_limit_are_refused)
{
    struct arena *arena = arena_create();
    struct strbuf text;
    struct arguments words = {0};
    strbuf_init(&text, arena);
    for (int i = 0; i < 70000; i++) {
        strbuf_adds(&text, "a ");
    }
    cr_expect_not(command_line_split(arena, &words, text.text, QUOTING_POSIX, true));
    cr_expect_eq(words.n, 65536);
    arena_destroy(arena);
}
