/* msbuild.c - what MSBuild prints of a project: its shape, and what is wrong with it. */
#include <criterion/criterion.h>
#include <string.h>

#include "support.h"

#define ITEMS(items)                                                                               \
    "{'TargetResults':{'GetClCommandLines':{'Result':'Success','Items':[" items "]}}}"

static void check_refused(const char *name, const char *json, const char *message)
{
    struct bench *bench = bench_start(name);
    cr_expect_null(bench_load_database(bench, json));
    cr_expect(bench_said(bench, message), "%s", bench->messages.text);
    cr_expect_eq(bench->diag.n_errors, 1);
    bench_end(bench);
}

Test(msbuild, output_without_the_commands_says_how_to_get_them)
{
    check_refused("ms_none", "{'Properties':{'TargetName':'a'}}",
                  "no result of the target GetClCommandLines: make it with `msbuild");
    check_refused("ms_kind", "{'TargetResults':{'GetClCommandLines':[]}}", "no result of");
    check_refused("ms_items", "{'TargetResults':{'GetClCommandLines':{'Result':'Success'}}}",
                  "#/TargetResults/GetClCommandLines: \"Items\" is missing or no array");
    check_refused("ms_empty", ITEMS(""), "nothing to analyse");
}

Test(msbuild, a_failed_target_is_an_error)
{
    check_refused("ms_failed",
                  "{'TargetResults':{'GetClCommandLines':{'Result':'Failure','Items':[]}}}",
                  "ended with \"Failure\", expected \"Success\"");
}

Test(msbuild, bad_items_are_named_by_their_pointer_and_left_out)
{
    struct bench *bench = bench_start("ms_bad");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, ITEMS("1,{'Identity':'/c','Files':'a.c'},{'Identity':'/c','WorkingDirectory':'.'},"
                     "{'Identity':[],'WorkingDirectory':'.','Files':'a.c'},"
                     "{'Identity':'/c','WorkingDirectory':'@ROOT@','Files':' a.c ;;'}"));
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_expect_eq(project->jobs.n, 1);
    cr_expect_eq(project->n_bad, 4);
    cr_expect(bench_said(bench, "/Items/0: \"Identity\" is missing"));
    cr_expect(bench_said(bench, "/Items/1: \"WorkingDirectory\" is missing"));
    cr_expect(bench_said(bench, "/Items/2: \"Files\" is missing"));
    cr_expect(bench_said(bench, "/Items/3: \"Identity\" is missing or no string"));
    bench_end(bench);
}

Test(msbuild, a_project_that_is_no_dll_makes_no_dll)
{
    struct bench *bench = bench_start("ms_static");
    bench_write(bench, "a.c", "");
    struct project *project = bench_load_database(
        bench, "{'Properties':{'ConfigurationType':'StaticLibrary','TargetName':'lib'},"
               "'TargetResults':{'GetClCommandLines':{'Result':'Success','Items':["
               "{'Identity':'/c','WorkingDirectory':'@ROOT@','Files':'a.c'}]}}}");
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_assert_eq(project->modules.n, 1);
    cr_expect_eq(project->modules.at[0].kind, MODULE_UNKNOWN);
    cr_expect_str_neq(project->modules.at[0].name, "lib");
    bench_end(bench);
}
