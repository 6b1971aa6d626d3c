/* path.c - file names of both kinds. */
#include "base/path.h"

#include <criterion/criterion.h>
#include <stdint.h>

static struct arena *arena;

static void set_up(void)
{
    arena = arena_create();
}

static void tear_down(void)
{
    arena_destroy(arena);
}

TestSuite(path, .init = set_up, .fini = tear_down, .timeout = 10);

/* One or two inputs and what comes out. */
struct sample {
    const char *in, *in2, *out;
};

#define N(samples) (sizeof(samples) / sizeof *(samples))

Test(path, is_absolute_in_both_kinds)
{
    static const char *const yes[] = {"/", "/a", "C:\\a", "c:/a", "\\\\server\\a", "//server/a"};
    static const char *const no[] = {"", "a", "./a", "C:", "C:a", "1:/a", "\\a", "..", "a/C:/b"};

    for (size_t i = 0; i < N(yes); i++) {
        cr_assert(path_is_absolute(yes[i]), "%s", yes[i]);
    }
    for (size_t i = 0; i < N(no); i++) {
        cr_assert_not(path_is_absolute(no[i]), "%s", no[i]);
    }
}

Test(path, is_windows_with_drive_or_backslash)
{
    cr_assert(path_is_windows("C:/a"));
    cr_assert(path_is_windows("a\\b"));
    cr_assert_not(path_is_windows("/a/b"));
    cr_assert_not(path_is_windows(""));
}

Test(path, is_normalized)
{
    static const struct sample samples[] = {
        {"/a//b/./c/../d/", NULL, "/a/b/d"},
        {"C:\\a\\..\\b\\\\c.h", NULL, "C:/b/c.h"},
        {"/..", NULL, "/"},
        {"/../../a", NULL, "/a"},
        {"C:\\..\\a", NULL, "C:/a"},
        {"C:\\", NULL, "C:/"},
        {"/", NULL, "/"},
        {"///a", NULL, "/a"},
        {"\\\\server\\share\\a\\..\\b", NULL, "//server/share/b"},
        {"a/..", NULL, "."},
        {"", NULL, "."},
        {".", NULL, "."},
        {"..", NULL, ".."},
        {"../../a", NULL, "../../a"},
        {"a/../../b", NULL, "../b"},
        {"../a/../..", NULL, "../.."},
        {"./a", NULL, "a"},
        {"..a/b", NULL, "..a/b"},
        {"a/.../b", NULL, "a/.../b"},
        {"..a/..", NULL, "."},
        {"/a/b/..c/../d", NULL, "/a/b/d"},
    };

    for (size_t i = 0; i < N(samples); i++) {
        cr_expect_str_eq(path_normalize(arena, samples[i].in), samples[i].out, "%s: %s",
                         samples[i].in, path_normalize(arena, samples[i].in));
    }
}

Test(path, normalizing_twice_changes_nothing)
{
    static const char letters[] = "/.a\\";
    uint32_t state = 3;

    for (int i = 0; i < 5000; i++) {
        char text[12] = "";
        for (int j = 0; j < 11; j++) {
            state = state * 1664525 + 1013904223;
            text[j] = letters[(state >> 16) % 5]; /* NUL is one of them */
        }
        const char *once = path_normalize(arena, text);
        cr_assert_str_eq(path_normalize(arena, once), once, "%s", text);
    }
}

Test(path, is_joined)
{
    static const struct sample samples[] = {
        {"/a", "b.c", "/a/b.c"},     {"/a/", "../b.c", "/b.c"},
        {"/a", "/b/./c", "/b/c"},    {"C:\\a", "b\\c.h", "C:/a/b/c.h"},
        {"/a", "C:\\b.h", "C:/b.h"}, {"C:/", "a", "C:/a"},
        {"a", "b", "a/b"},           {".", "a", "a"},
        {"/a", ".", "/a"},
    };

    for (size_t i = 0; i < N(samples); i++) {
        cr_expect_str_eq(path_join(arena, samples[i].in, samples[i].in2), samples[i].out);
    }
}

Test(path, joined_to_the_root_is_no_share)
{
    cr_assert_str_eq(path_join(arena, "/", "a/b.c"), "/a/b.c");
    cr_assert_str_eq(path_join(arena, "/", "\\a"), "/a");
    cr_assert_str_eq(path_join(arena, "", "a"), "a");
    cr_assert_str_eq(path_join(arena, "//server/share", "a"), "//server/share/a");
}

Test(path, is_relative_to_a_folder_above)
{
    static const struct sample samples[] = {
        {"/a/b/c", "/a", "b/c"},  {"/a/b", "/a/", "b"},    {"/a", "/", "a"},
        {"/ab/c", "/a", "/ab/c"}, {"/a", "/a", "/a"},      {"C:/a/b", "C:/a", "b"},
        {"C:/a", "C:/", "a"},     {"D:/a", "C:/", "D:/a"}, {"/a", "/a/b", "/a"},
    };

    for (size_t i = 0; i < N(samples); i++) {
        cr_expect_str_eq(path_relative(samples[i].in, samples[i].in2), samples[i].out);
    }
}

Test(path, has_a_folder)
{
    static const struct sample samples[] = {
        {"/a/b", NULL, "/a"},      {"/a", NULL, "/"}, {"a", NULL, "."},
        {"a/b", NULL, "a"},        {"/", NULL, "/"},  {"C:/a", NULL, "C:/"},
        {"C:/a/b", NULL, "C:/a"},  {"", NULL, "."},   {"C:/", NULL, "C:/"},
        {"a\\b\\c", NULL, "a\\b"},
    };

    for (size_t i = 0; i < N(samples); i++) {
        cr_expect_str_eq(path_dirname(arena, samples[i].in), samples[i].out, "%s", samples[i].in);
    }
}

Test(path, keeps_the_root_of_a_drive_with_backslashes)
{
    cr_assert_str_eq(path_dirname(arena, "C:\\a"), "C:\\");
}

Test(path, has_basename_extension_and_stem)
{
    cr_assert_str_eq(path_basename("/a/b.tar.gz"), "b.tar.gz");
    cr_assert_str_eq(path_basename("a\\b"), "b");
    cr_assert_str_eq(path_basename("a/"), "");
    cr_assert_str_eq(path_extension("/a.b/c.tar.gz"), ".gz");
    cr_assert_str_eq(path_extension("/a.b/c"), "");
    cr_assert_str_eq(path_extension("/a/.clang-format"), "");
    cr_assert_str_eq(path_extension("a."), ".");
    cr_assert_str_eq(path_stem(arena, "/a.b/c.tar.gz"), "c.tar");
    cr_assert_str_eq(path_stem(arena, "C:\\a\\b.c"), "b");
    cr_assert_str_eq(path_stem(arena, ".x"), ".x");
}

static const char *common(const char *a, const char *b, const char *c)
{
    const char *paths[] = {a, b, c};

    return path_common_dir(arena, paths, c ? 3 : b ? 2 : a ? 1 : 0);
}

Test(path, have_a_common_folder)
{
    cr_assert_str_eq(common("/a/b/c.c", "/a/b/d/e.c", NULL), "/a/b");
    cr_assert_str_eq(common("/a/b/c.c", "/a/bc/d.c", "/a/b/x.c"), "/a");
    cr_assert_str_eq(common("/a/b", "/c/d", NULL), "/");
    cr_assert_str_eq(common("/a/b.c", NULL, NULL), "/a");
    cr_assert_str_eq(common("C:/a/b.c", "C:/c.c", NULL), "C:/");
    cr_assert_str_eq(common("/a/b/c", "/a/b/c", NULL), "/a/b");
    cr_assert_not_null(common(NULL, NULL, NULL));
    cr_assert_not_null(common("C:/a/b.c", "D:/a/b.c", NULL));
    cr_assert_not_null(common("a/b.c", "/a/b.c", NULL));
}

Test(path, on_two_drives_have_no_common_folder)
{
    cr_assert_str_eq(common("C:/a/b.c", "D:/a/b.c", NULL), ".");
    cr_assert_str_eq(common("C:/a.c", "D:/b.c", NULL), ".");
    cr_assert_str_eq(common("C:/a/b.c", "C:/a/c.c", "D:/a/b.c"), ".");
    cr_assert_str_eq(common("/a/b.c", "C:/a/b.c", NULL), ".");
    cr_assert_str_eq(common("//s/a/b.c", "//t/a/b.c", NULL), ".");
    cr_assert_str_eq(common("/a/b.c", "//t/a/b.c", NULL), ".");
    cr_assert_str_eq(common("//s/a/b.c", "//s/c/b.c", NULL), "//s");
    cr_assert_str_eq(common("a/b.c", "/a/b.c", NULL), ".");
    cr_assert_str_eq(common(NULL, NULL, NULL), ".");
}
