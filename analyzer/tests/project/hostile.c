/* hostile.c - databases that were made to hurt; each has a time limit. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "base/text.h"
#include "support.h"

TestSuite(hostile, .timeout = 60);

static const char *repeated(struct bench *bench, const char *text, size_t n)
{
    struct strbuf out;
    strbuf_init(&out, bench->arena);
    for (size_t i = 0; i < n; i++) {
        strbuf_adds(&out, text);
    }
    return out.text;
}

Test(hostile, deep_nesting_is_an_error)
{
    struct bench *bench = bench_start("deep");
    cr_expect_null(bench_load_database(bench, repeated(bench, "[", 200000)));
    cr_expect_eq(bench->diag.n_errors, 1);
    bench_end(bench);
}

Test(hostile, a_huge_command_is_cut_off_with_a_warning)
{
    struct bench *bench = bench_start("huge");
    const char *command = arena_printf(bench->arena, "cc %s a.c", repeated(bench, "-DA ", 200000));
    struct project *project = bench_load_command(bench, bench_path(bench, "build"), "a.c", command);
    cr_assert_not_null(project);
    cr_expect(bench_said(bench, "cut off after 65536 words"));
    bench_end(bench);
}

Test(hostile, one_huge_word_is_a_word)
{
    struct bench *bench = bench_start("huge_word");
    const char *command =
        arena_printf(bench->arena, "cc -I%s -DA a.c", repeated(bench, "d/../", 200000));
    cr_expect_str_eq(bench_args(bench, "a.c", command), "-I~/build -DA");
    bench_end(bench);
}

Test(hostile, windows_folders_without_end_are_looked_up_with_a_limit)
{
    struct bench *bench = bench_start("folders");
    struct strbuf json;
    strbuf_init(&json, bench->arena);
    const char *deep = repeated(bench, "a/", 500);
    for (int i = 0; i < 300; i++) {
        strbuf_printf(&json, "%s{'directory':'C:/%d/%s','file':'a.c','command':'cl a.c'}",
                      i == 0 ? "[" : ",", i, deep);
    }
    strbuf_adds(&json, "]");
    cr_expect_null(bench_load_database(bench, json.text));
    cr_expect(bench_said(bench, "does not exist here"));
    bench_end(bench);
}

Test(hostile, control_characters_and_broken_utf8_do_not_reach_messages_or_the_dump)
{
    struct bench *bench = bench_start("control");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, "[{'directory':'@ROOT@','file':'a.c','command':'cc -DA=\xff\\u001b[31m\\n -DB a.c'},"
               "{'directory':'@ROOT@','file':'\\u001b[2J\xff.c','command':'cc'}]");
    cr_assert_not_null(project, "%s", bench->messages.text);
    const char *dump = bench_dump(bench, project);
    cr_expect_null(strchr(bench->messages.text, 0x1b));
    cr_expect_null(strchr(dump, 0x1b));
    cr_expect(text_is_utf8(dump, strlen(dump)));
    cr_expect(text_is_utf8(bench->messages.text, bench->messages.len));
    bench_end(bench);
}

Test(hostile, empty_words_and_empty_commands_are_harmless)
{
    struct bench *bench = bench_start("empty");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, "[{'directory':'','file':'../a.c','command':''},"
               "{'directory':'@ROOT@','file':'a.c','arguments':[]},"
               "{'directory':'@ROOT@','file':'a.c','arguments':['','','-','@','/','-D']},"
               "{'directory':'@ROOT@','file':'a.c','arguments':['cl','','-','@','/','/D','/']},"
               "{'directory':'@ROOT@','file':'','arguments':['cc']}]");
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_expect_eq(project->jobs.n, 2);
    bench_end(bench);
}

Test(hostile, many_entries_load_in_linear_time)
{
    struct bench *bench = bench_start("many");
    bench_write(bench, "a.c", "");
    struct strbuf json;
    strbuf_init(&json, bench->arena);
    for (int i = 0; i < 20000; i++) {
        strbuf_printf(&json,
                      "%s{'directory':'@ROOT@','file':'a.c','command':'gcc -DN=%d -Wall -O2 -Iinc "
                      "-o CMakeFiles/t%d.dir/a.c.obj -c a.c'}",
                      i == 0 ? "[" : ",", i, i % 50);
    }
    strbuf_adds(&json, "]");
    struct project *project = bench_load_database(bench, json.text);
    cr_assert_not_null(project);
    cr_expect_eq(project->jobs.n, 20000);
    cr_expect_eq(project->modules.n, 50);
    bench_end(bench);
}
