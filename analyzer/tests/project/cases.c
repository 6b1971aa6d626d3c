/*
 * cases.c - each folder of testdata/project with a real-looking database, against its expected.txt.
 *
 * With DLLMAIN_LINT_UPDATE set in the environment the expected texts are written instead.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "support.h"

static void check(const char *name, const char *build)
{
    char folder[64] = "case-";
    cr_assert(strlen(name) < 50);
    memcpy(folder + 5, name, strlen(name) + 1);
    struct bench *bench = bench_start(folder);
    bench_copy(bench, name);
    bench->request.build = bench_path(bench, build);
    struct project *project = bench_load(bench);
    cr_assert_not_null(project, "%s", bench->messages.text);
    const char *dump = bench_dump(bench, project);
    const char *golden =
        arena_printf(bench->arena, "%s/testdata/project/%s/expected.txt", SOURCE_FOLDER, name);
    if (os_environment(bench->arena, "DLLMAIN_LINT_UPDATE") != NULL) {
        cr_assert_null(os_write_file(bench->arena, golden, dump, strlen(dump)));
    }
    const char *expected = os_read_file(bench->arena, golden, NULL, NULL);
    cr_assert_not_null(expected, "%s is missing", golden);
    cr_expect_str_eq(dump, expected, "%s\n%s", name, dump);
    cr_expect_str_eq(bench->messages.text, "", "%s", bench->messages.text);
    bench_end(bench);
}

Test(cases, cmake_with_its_file_api)
{
    check("cmake-file-api", "build");
}

Test(cases, cmake_with_visual_studios_compiler_on_windows)
{
    check("msvc-cmake", "build");
}

Test(cases, msbuild_on_windows)
{
    check("msbuild", "app.json");
}

Test(cases, clang_cl_on_linux)
{
    check("clang-cl", "build");
}

Test(cases, meson_with_ccache)
{
    check("meson", "build");
}

Test(cases, libtool_under_bear)
{
    check("libtool", ".");
}

Test(cases, response_files_of_cmake)
{
    check("response", "build");
}
