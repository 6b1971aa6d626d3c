/* database.c - compile_commands.json: its shape, its folders, its duplicates. */
#include <criterion/criterion.h>
#include <string.h>

#include "support.h"

/* Checks that a database is refused with a message. */
static void check_refused(const char *name, const char *json, const char *message)
{
    struct bench *bench = bench_start(name);
    cr_expect_null(bench_load_database(bench, json));
    cr_expect(bench_said(bench, message), "%s", bench->messages.text);
    cr_expect_eq(bench->diag.n_errors, 1);
    bench_end(bench);
}

Test(database, one_that_cannot_be_used_is_an_error)
{
    check_refused("db_text", "no json", "not a compilation database: line 1");
    check_refused("db_object", "{}", "expected an array, found an object");
    check_refused("db_empty", "[]", "the database is empty");
    check_refused("db_nothing", "", "not a compilation database");
    check_refused("db_wrong", "[1]", "nothing to analyse");
    check_refused("db_gone", "[{'directory':'@ROOT@','file':'gone.c','command':'cc gone.c'}]",
                  "1 have no source on this machine");
}

Test(database, bad_entries_are_named_by_their_pointer_and_left_out)
{
    struct bench *bench = bench_start("db_entries");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, "[{'directory':'@ROOT@','file':1,'command':'cc a.c'},"
               "'x', {'file':'a.c','directory':[],'command':'cc'},"
               "{'directory':'@ROOT@','file':'a.c','arguments':['cc',null]},"
               "{'directory':'@ROOT@','file':'a.c','arguments':{}},"
               "{'directory':'@ROOT@','file':'a.c'}, {'command':'cc'},"
               "{'directory':'@ROOT@','file':'a.c','command':'cc a.c','output':false},"
               "{'directory':'@ROOT@','file':'a.c','command':'cc a.c'}]");
    cr_assert_not_null(project);
    cr_expect_eq(project->jobs.n, 1);
    cr_expect_eq(project->n_bad, 8);
    cr_expect(bench_said(bench, ".json#/0/file: expected a string, found a number"));
    cr_expect(bench_said(bench, ".json#/1: expected an object, found a string"));
    cr_expect(bench_said(bench, ".json#/2/directory: expected a string, found an array"));
    cr_expect(bench_said(bench, ".json#/3/arguments/1: expected a string, found null"));
    cr_expect(bench_said(bench, ".json#/4/arguments: expected an array, found an object"));
    cr_expect(bench_said(bench, ".json#/5: \"command\" or \"arguments\" is missing"));
    cr_expect(bench_said(bench, ".json#/6: \"file\" is missing"));
    cr_expect(bench_said(bench, ".json#/7/output: expected a string, found true or false"));
    bench_end(bench);
}

Test(database, the_same_source_with_the_same_flags_is_one_job)
{
    struct bench *bench = bench_start("db_same");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, "[{'directory':'@ROOT@/build','file':'../a.c','command':'cc -DA -o x.o ../a.c'},"
               "{'directory':'@ROOT@','file':'a.c','command':'cc -DA -O2 -o y.o a.c'},"
               "{'directory':'@ROOT@','file':'a.c','command':'cc -DB a.c','output':'z.o'}]");
    cr_assert_not_null(project);
    cr_assert_eq(project->jobs.n, 2);
    cr_expect_str_eq(project->jobs.at[0].object, "x.o");
    cr_expect_str_eq(project->jobs.at[1].object, "z.o");
    cr_expect_str_eq(project->jobs.at[0].file, bench_path(bench, "a.c"));
    bench_end(bench);
}

Test(database, a_relative_directory_is_relative_to_the_database)
{
    struct bench *bench = bench_start("db_relative");
    bench_write(bench, "build/sub/a.c", "");
    struct project *project =
        bench_load_database(bench, "[{'directory':'sub','file':'a.c','command':'cc -Ii a.c'}]");
    cr_assert_not_null(project);
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[0]), "-I~/build/sub/i");
    bench_end(bench);
}

Test(database, headers_assembler_and_resources_are_skipped)
{
    struct bench *bench = bench_start("db_skip");
    static const char *const files[] = {
        "a.c", "cmake_pch.hxx.cxx", "b.S", "b.asm", "c.rc", "d.def", "e.hpp", "pch.h"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        bench_write(bench, files[i], "");
    }
    struct project *project = bench_load_database(
        bench, "[{'directory':'@ROOT@','file':'a.c','command':'cc a.c'},"
               "{'directory':'@ROOT@','file':'cmake_pch.hxx.cxx','command':'c++ -x c++-header x'},"
               "{'directory':'@ROOT@','file':'b.S','command':'cc b.S'},"
               "{'directory':'@ROOT@','file':'b.asm','command':'ml64 b.asm'},"
               "{'directory':'@ROOT@','file':'c.rc','command':'windres c.rc'},"
               "{'directory':'@ROOT@','file':'d.def','command':'cc d.def'},"
               "{'directory':'@ROOT@','file':'e.hpp','command':'c++ e.hpp'},"
               "{'directory':'@ROOT@','file':'pch.h','command':'c++ -x c++-header pch.h'}]");
    cr_assert_not_null(project);
    cr_expect_eq(project->jobs.n, 1);
    cr_expect_str_eq(bench->messages.text, "");
    bench_end(bench);
}

Test(database, sources_that_do_not_exist_are_told_and_counted)
{
    struct bench *bench = bench_start("db_missing");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, "[{'directory':'@ROOT@','file':'a.c','command':'cc a.c'},"
               "{'directory':'@ROOT@','file':'gen/b.c','command':'cc gen/b.c'}]");
    cr_assert_not_null(project);
    cr_expect_eq(project->jobs.n, 1);
    cr_expect_eq(project->n_missing, 1);
    cr_expect(bench_said(bench, "#/1: source \""));
    cr_expect(bench_said(bench, "gen/b.c\" does not exist"));
    bench_end(bench);
}

Test(database, warnings_about_entries_are_limited)
{
    struct bench *bench = bench_start("db_limit");
    struct strbuf json;
    strbuf_init(&json, bench->arena);
    for (int i = 0; i < 100; i++) {
        strbuf_printf(&json, "%s{'directory':'@ROOT@','file':'%d.c','command':'cc'}",
                      i == 0 ? "[" : ",", i);
    }
    strbuf_adds(&json, "]");
    cr_expect_null(bench_load_database(bench, json.text));
    cr_expect_eq(bench->diag.n_warnings, 21);
    cr_expect(bench_said(bench, "80 more warnings"));
    bench_end(bench);
}

Test(database, a_windows_folder_is_found_below_the_database)
{
    struct bench *bench = bench_start("db_windows_below");
    bench_write(bench, "build/app/obj/x", "");
    bench_write(bench, "build/app/src/a.c", "");
    struct project *project = bench_load_database(
        bench,
        "[{'directory':'D:\\\\work\\\\app\\\\obj','file':'..\\\\src\\\\a.c',"
        "'command':'cl /I..\\\\inc /ID:\\\\work\\\\app\\\\gen /IE:\\\\sdk ..\\\\src\\\\a.c'}]");
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_expect_str_eq(project->jobs.at[0].file, bench_path(bench, "build/app/src/a.c"));
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[0]),
                     "-D_MSC_VER=1929 -I~/build/app/inc -I~/build/app/gen -IE:/sdk");
    bench_end(bench);
}

Test(database, a_windows_folder_is_found_by_the_source)
{
    struct bench *bench = bench_start("db_windows_source");
    bench_write(bench, "build/src/a.c", "");
    struct project *project = bench_load_database(
        bench, "[{'directory':'D:\\\\w\\\\OBJ','file':'d:/W/src/a.c','command':'cl src/a.c'}]");
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_expect_str_eq(project->jobs.at[0].file, bench_path(bench, "build/src/a.c"));
    bench_end(bench);
}

Test(database, a_windows_folder_that_is_nowhere_is_a_clear_error)
{
    check_refused("db_windows_gone",
                  "[{'directory':'D:\\\\w\\\\obj','file':'a.c','command':'cl a.c'}]",
                  "folder \"D:/w/obj\" does not exist here");
}
