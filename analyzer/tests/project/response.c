/* response.c - response files. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "support.h"

TestSuite(response, .timeout = 60);

Test(response, files_are_nested_and_relative_to_the_directory)
{
    struct bench *bench = bench_start("rsp_nested");
    bench_write(bench, "build/sub/a.rsp", "-DA=1 @sub/b.rsp -DC");
    bench_write(bench, "build/sub/b.rsp", "-I\"with blank\"\r\n-DB\r\n");
    cr_expect_str_eq(bench_args(bench, "a.c", "gcc @sub/a.rsp -c a.c"),
                     "-DA=1 -I~/build/with blank -DB -DC");
    bench_end(bench);
}

Test(response, utf16_with_a_mark_is_read)
{
    struct bench *bench = bench_start("rsp_utf16");
    static const char text[] = "\xff\xfe-\0D\0A\0=\0\xe4\0 \0-\0D\0B\0\r\0\n\0";
    const char *path = bench_path(bench, "build/a.rsp");
    cr_assert_null(os_write_file(bench->arena, path, text, sizeof text - 1));
    cr_expect_str_eq(bench_args(bench, "a.c", "cl @a.rsp /c a.c"),
                     "-D_MSC_VER=1929 -DA=\xc3\xa4 -DB");
    bench_end(bench);
}

Test(response, a_missing_file_is_a_warning_that_names_the_entry)
{
    struct bench *bench = bench_start("rsp_missing");
    cr_expect_str_eq(bench_args(bench, "a.c", "gcc -DA @gone.rsp -DB -c a.c"), "-DA -DB");
    cr_expect(bench_said(bench, "compile_commands.json#/0: response file"));
    cr_expect(bench_said(bench, "gone.rsp\" is left out: no such file"));
    cr_expect_eq(bench->diag.n_warnings, 1);
    cr_expect_eq(bench->diag.n_errors, 0);
    bench_end(bench);
}

Test(response, cycles_end)
{
    struct bench *bench = bench_start("rsp_cycle");
    bench_write(bench, "build/a.rsp", "-DA @b.rsp -DC");
    bench_write(bench, "build/b.rsp", "-DB @a.rsp @./b.rsp");
    cr_expect_str_eq(bench_args(bench, "a.c", "gcc @a.rsp -c a.c"), "-DA -DB -DC");
    cr_expect(bench_said(bench, "it includes itself"));
    bench_end(bench);
}

Test(response, depth_is_limited)
{
    struct bench *bench = bench_start("rsp_deep");
    for (int i = 0; i < 20; i++) {
        bench_write(bench, arena_printf(bench->arena, "build/%d.rsp", i),
                    arena_printf(bench->arena, "-DD%d @%d.rsp", i, i + 1));
    }
    const char *args = bench_args(bench, "a.c", "gcc @0.rsp -c a.c");
    cr_expect(strstr(args, "-DD9") != NULL && strstr(args, "-DD10") == NULL, "%s", args);
    cr_expect(bench_said(bench, "nested more than 10 deep"));
    bench_end(bench);
}

Test(response, files_that_double_each_other_end)
{
    struct bench *bench = bench_start("rsp_bomb");
    for (int i = 0; i < 10; i++) {
        bench_write(bench, arena_printf(bench->arena, "build/%d.rsp", i),
                    arena_printf(bench->arena, "-DX @%d.rsp @%d.rsp @%d.rsp @%d.rsp", i + 1, i + 1,
                                 i + 1, i + 1));
    }
    (void)bench_args(bench, "a.c", "gcc @0.rsp -c a.c");
    cr_expect(bench_said(bench, "more warnings about single entries were left out"));
    bench_end(bench);
}

Test(response, bytes_of_no_encoding_and_zeros_pass_as_text)
{
    struct bench *bench = bench_start("rsp_bytes");
    static const char text[] = "-DA=\xff\0-DB\x01 -DC";
    const char *path = bench_path(bench, "build/a.rsp");
    cr_assert_null(os_write_file(bench->arena, path, text, sizeof text - 1));
    cr_expect_str_eq(bench_args(bench, "a.c", "gcc @a.rsp -c a.c"), "-DA=\xef\xbf\xbd -DB\x01 -DC");
    bench_end(bench);
}

Test(response, a_folder_is_no_response_file)
{
    struct bench *bench = bench_start("rsp_folder");
    bench_write(bench, "build/dir/x", "");
    cr_expect_str_eq(bench_args(bench, "a.c", "gcc @dir -DA -c a.c @"), "-DA");
    cr_expect(bench_said(bench, "no such file"));
    bench_end(bench);
}
