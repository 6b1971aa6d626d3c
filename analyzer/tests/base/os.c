/* os.c - files, folders and the rest of the system, in a folder of the test's own. */
#include "base/os.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/path.h"
#include "base/text.h"

static struct arena *arena;
static char *folder; /* beside the program, so in the build's folder */

static void set_up(void)
{
    arena = arena_create();
    folder = path_join(arena, path_dirname(arena, os_program_path(arena)), "test_base.files");
}

static void tear_down(void)
{
    arena_destroy(arena);
}

TestSuite(os, .init = set_up, .fini = tear_down, .timeout = 30);

static char *in_folder(const char *name)
{
    return path_join(arena, folder, name);
}

static void assert_holds(const char *path, const char *data, size_t len)
{
    const char *error = NULL;
    size_t read_len = 99;
    char *read = os_read_file(arena, path, &read_len, &error);

    cr_assert_not_null(read, "%s", error);
    cr_assert_eq(read_len, len);
    cr_assert_eq(memcmp(read, data, len), 0);
    cr_assert_eq(read[len], '\0');
}

Test(os, what_is_written_is_read)
{
    const char *path = in_folder("a/b/c/data.bin");

    cr_assert_null(os_write_file(arena, path, "a\0\r\n\xff", 5));
    assert_holds(path, "a\0\r\n\xff", 5);
    cr_assert_null(os_write_file(arena, path, "", 0));
    assert_holds(path, "", 0);
    cr_assert(os_is_file(path));
    cr_assert(os_is_folder(in_folder("a/b")));
    cr_assert_not(os_is_folder(path));
    cr_assert_not(os_is_file(folder));
    cr_assert_not_null(os_read_file(arena, path, NULL, NULL));
}

Test(os, large_files_are_written_whole)
{
    const size_t len = 9u << 20;
    char *data = arena_alloc(arena, len);

    for (size_t i = 0; i < len; i++) {
        data[i] = (char)(unsigned char)(i * 7 >> 3);
    }
    cr_assert_null(os_write_file(arena, in_folder("large"), data, len));
    assert_holds(in_folder("large"), data, len);
}

Test(os, failures_have_reasons)
{
    const char *error = NULL;

    cr_assert_null(os_read_file(arena, in_folder("none/x"), NULL, &error));
    cr_assert_not_null(error);
    cr_assert_null(os_read_file(arena, in_folder("none/x"), NULL, NULL));
    cr_assert_null(os_write_file(arena, in_folder("file"), "x", 1));
    cr_assert_not_null(os_write_file(arena, in_folder("file/below"), "x", 1));
    cr_assert_null(os_write_file(arena, in_folder("sub/x"), "x", 1));
    error = NULL;
    cr_assert_null(os_read_file(arena, in_folder("sub"), NULL, &error));
    cr_assert_not_null(error);
    cr_assert_not_null(os_write_file(arena, in_folder("sub"), "x", 1));
    cr_assert_not(os_is_file(in_folder("none")));
    cr_assert_not(os_is_folder(""));
}

Test(os, lists_are_sorted_and_hold_no_temporary_names)
{
    static const char *const names[] = {"B", "a", "b", "\xc3\xa4"};
    uint32_t n = 99;
    const char **list;

    for (size_t i = 4; i-- > 0;) {
        const char *name = arena_printf(arena, "list/%s", names[i]);
        cr_assert_null(os_write_file(arena, in_folder(name), "", 0));
    }
    list = os_list(arena, in_folder("list"), &n);
    cr_assert_eq(n, 4);
    for (uint32_t i = 0; i < n; i++) {
        cr_assert_str_eq(list[i], names[i]);
    }
    cr_assert_null(os_list(arena, in_folder("none"), &n));
    cr_assert_eq(n, 0);
}

Test(os, paths_of_the_process_are_absolute)
{
    const char *program = os_program_path(arena);

    cr_assert(path_is_absolute(os_current_folder(arena)));
    cr_assert_not_null(program);
    cr_assert(os_is_file(program));
    cr_assert(text_starts(path_basename(program), "test_base"));
    cr_assert_str_eq(os_real_path(arena, path_join(arena, program, "../.")),
                     os_real_path(arena, path_dirname(arena, program)));
    cr_assert_null(os_real_path(arena, in_folder("none")));
}

Test(os, environment_is_read)
{
    cr_assert_not_null(os_environment(arena, "PATH"));
    cr_assert_null(os_environment(arena, "DLLMAIN_LINT_NO_SUCH_VARIABLE"));
}

static void use_stack(void *data)
{
    volatile char large[32 << 20];

    large[0] = 1;
    large[sizeof large - 1] = 2;
    *(int *)data = large[0] + large[sizeof large - 1];
}

Test(os, a_large_stack_can_be_used)
{
    int result = 0;

    os_run_on_stack(64u << 20, use_stack, &result);
    cr_assert_eq(result, 3);
}

Test(os, figures_are_plausible)
{
    uint64_t before = os_milliseconds();

    cr_assert_geq(os_processors(), 1);
    cr_assert_leq(before, os_milliseconds());
    cr_assert_gt(os_peak_memory_kib(), 100);
    (void)os_is_terminal(1);
}

Test(os, a_device_is_written_into_and_not_replaced)
{
    struct arena *scratch = arena_create();
    cr_assert_not(os_is_file("/dev/null"));
    cr_expect_null(os_write_file(scratch, "/dev/null", "text", 4));
    cr_expect_not(os_is_file("/dev/null"));
    arena_destroy(scratch);
}
