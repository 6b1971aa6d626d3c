/* search.c - finding the database, and files named beside it. */
#include <criterion/criterion.h>
#include <string.h>
#include <unistd.h>

#include "base/path.h"
#include "support.h"

#define ENTRY "[{\"directory\":\".\",\"file\":\"a.c\",\"command\":\"cc a.c\"}]"

/* Checks which database is found from the folder `from` below the test's. */
static void check_found(struct bench *bench, const char *from, const char *expected)
{
    cr_assert_eq(chdir(bench_path(bench, from)), 0);
    struct project *project = bench_load(bench);
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_expect_str_eq(path_relative(project->origin, bench->root), expected);
}

Test(search, goes_upwards_and_into_build)
{
    struct bench *bench = bench_start("search_up");
    bench_write(bench, "build/a.c", "");
    bench_write(bench, "build/compile_commands.json", ENTRY);
    bench_write(bench, "src/deep/x.c", "");
    check_found(bench, ".", "build/compile_commands.json");
    check_found(bench, "src/deep", "build/compile_commands.json");
    check_found(bench, "build", "build/compile_commands.json");
    bench_end(bench);
}

Test(search, takes_the_first_configuration_and_says_so)
{
    struct bench *bench = bench_start("search_out");
    bench_write(bench, "out/build/x64-Debug/a.c", "");
    bench_write(bench, "out/build/x64-Debug/compile_commands.json", ENTRY);
    bench_write(bench, "out/build/x64-Release/compile_commands.json", ENTRY);
    check_found(bench, ".", "out/build/x64-Debug/compile_commands.json");
    cr_expect(bench_said(bench, "first of several configurations"));
    bench_end(bench);
}

Test(search, without_a_database_says_where_it_looked_and_how_to_make_one)
{
    struct bench *bench = bench_start("search_none");
    bench_write(bench, "empty/x", "");
    bench->request.build = bench_path(bench, "empty");
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "/empty: no compile_commands.json in this folder"));
    cr_expect(bench_said(bench, "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"));
    cr_expect(bench_said(bench, "bear"));
    cr_expect(bench_said(bench, "FILE -- FLAGS"));
    bench->request.build = "/";
    cr_assert_eq(chdir("/"), 0);
    bench->request.build = NULL;
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "no compile_commands.json found in \"/\""));
    bench->request.build = bench_path(bench, "gone");
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "no such file or folder"));
    bench_end(bench);
}

Test(search, takes_a_file_of_any_name)
{
    struct bench *bench = bench_start("search_file");
    bench_write(bench, "a.c", "");
    bench_write(bench, "db.json", ENTRY);
    bench->request.build = bench_path(bench, "db.json");
    cr_expect_not_null(bench_load(bench));
    bench_end(bench);
}

Test(search, named_files_must_be_in_the_database)
{
    struct bench *bench = bench_start("search_named");
    bench_write(bench, "a.c", "");
    bench_write(bench, "b.c", "");
    bench_write(bench, "db.json", ENTRY);
    bench->request.build = bench_path(bench, "db.json");
    const char *files[] = {bench_path(bench, "a.c"), bench_path(bench, "b.c")};
    bench->request.files = files;
    bench->request.n_files = 1;
    cr_expect_not_null(bench_load(bench));
    bench->request.n_files = 2;
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "b.c: this file is not in"));
    bench_end(bench);
}

Test(search, files_with_flags_are_jobs)
{
    struct bench *bench = bench_start("files_flags");
    bench_write(bench, "src/a.c", "");
    bench_write(bench, "src/b.cpp", "");
    bench_write(bench, "src/c.hpp", "");
    cr_assert_eq(chdir(bench_path(bench, "src")), 0);
    static const char *const files[] = {"a.c", "b.cpp", "c.hpp"};
    static const char *const flags[] = {"--target=i686-w64-mingw32", "-Iinc", "-std=c++20",
                                        "-fplugin=x.so"};
    bench->request.files = files;
    bench->request.n_files = 3;
    bench->request.flags = flags;
    bench->request.n_flags = 4;
    bench->request.has_flags = true;
    struct project *project = bench_load(bench);
    cr_assert_not_null(project, "%s", bench->messages.text);
    cr_assert_eq(project->jobs.n, 3);
    cr_expect_null(project->origin);
    cr_expect_str_eq(project->root, bench_path(bench, "src"));
    cr_expect_str_eq(project->jobs.at[0].target, "i686-w64-windows-gnu");
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[0]), "-I~/src/inc");
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[1]), "-I~/src/inc -std=c++20");
    cr_expect_str_eq(bench_job_args(bench, &project->jobs.at[2]), "-I~/src/inc -std=c++20 -x c++");
    cr_expect_str_eq(bench_module(bench, project, "src"), "a.c b.cpp c.hpp");
    bench_end(bench);
}

Test(search, one_file_gives_the_module_its_name_and_its_folder_the_root)
{
    struct bench *bench = bench_start("files_one");
    bench_write(bench, "src/my.hook.c", "");
    bench_write(bench, "other/x", "");
    cr_assert_eq(chdir(bench_path(bench, "other")), 0);
    static const char *const files[] = {"../src/my.hook.c"};
    bench->request.files = files;
    bench->request.n_files = 1;
    bench->request.has_flags = true;
    struct project *project = bench_load(bench);
    cr_assert_not_null(project);
    cr_expect_str_eq(project->root, bench_path(bench, "src"));
    cr_assert_eq(project->modules.n, 1);
    cr_expect_str_eq(project->modules.at[0].name, "my.hook");
    cr_expect_eq(project->modules.at[0].kind, MODULE_UNKNOWN);
    bench_end(bench);
}

Test(search, a_folder_or_a_missing_file_is_refused)
{
    struct bench *bench = bench_start("files_wrong");
    bench_write(bench, "dir/x", "");
    const char *files[] = {bench_path(bench, "dir"), bench_path(bench, "gone.c")};
    bench->request.files = files;
    bench->request.n_files = 2;
    bench->request.has_flags = true;
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "/dir: this is a folder; name source files"));
    cr_expect(bench_said(bench, "with -p"));
    cr_expect(bench_said(bench, "gone.c: no such file"));
    bench->request.n_files = 0;
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "no file in front"));
    bench_end(bench);
}

Test(search, the_root_is_the_repository_or_what_the_user_says)
{
    struct bench *bench = bench_start("root");
    bench_write(bench, "sub/src/a.c", "");
    bench_write(bench, "sub/src/x/b.c", "");
    const char *json = "[{'directory':'@ROOT@/sub/src','file':'a.c','command':'cc a.c'},"
                       "{'directory':'@ROOT@/sub/src','file':'x/b.c','command':'cc x/b.c'}]";
    cr_expect_str_eq(bench_load_database(bench, json)->root, bench->root);
    bench_end(bench);
    bench = bench_start("root_inside");
    bench_write(bench, "sub/src/a.c", "");
    bench_write(bench, "sub/src/x/b.c", "");
    bench_write(bench, "sub/.git/HEAD", "");
    cr_expect_str_eq(bench_load_database(bench, json)->root, bench_path(bench, "sub"));
    bench->request.source_root = bench_path(bench, "sub/src");
    cr_expect_str_eq(bench_load(bench)->root, bench_path(bench, "sub/src"));
    bench->request.source_root = bench_path(bench, "gone");
    cr_expect_null(bench_load(bench));
    cr_expect(bench_said(bench, "--source-root"));
    bench_end(bench);
}
