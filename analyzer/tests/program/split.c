/* split.c - which units make a module when nobody says so. */
#include "fixture.h"

TestSuite(split, .timeout = 60);

/* Units by path; those whose path contains "dll" have a DllMain. */
static void expect_split(int line, const char *const *paths, const char *expected)
{
    struct fixture fixture = fixture_start();
    for (; *paths != NULL; paths++) {
        (void)fixture_add(&fixture, *paths, strstr(*paths, "dll") != NULL ? DLLMAIN("") : "");
    }
    struct split split =
        program_split(fixture.arena, fixture.units.at, fixture.units.n, "everything");
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    for (uint32_t m = 0; m < split.modules.n; m++) {
        strbuf_printf(&out, "%s:", split.modules.at[m].name);
        for (uint32_t i = 0; i < split.modules.at[m].units.n; i++) {
            strbuf_printf(&out, " %s",
                          fixture.units.at[split.modules.at[m].units.at[i]]->main_file);
        }
        strbuf_addc(&out, '\n');
    }
    expect_text(line, out.text, expected);
    fixture_end(&fixture);
}

#define EXPECT_SPLIT(expected, ...)                                                                \
    expect_split(__LINE__, (const char *const[]){__VA_ARGS__, NULL}, (expected))

Test(split, one_entry_point_or_none_is_one_module)
{
    EXPECT_SPLIT("everything: /s/a.c /s/b.c\n", "/s/a.c", "/s/b.c");
    EXPECT_SPLIT("everything: /s/a.c /s/x/dll.c\n", "/s/a.c", "/s/x/dll.c");
}

Test(split, each_entry_points_folder_is_a_module)
{
    EXPECT_SPLIT("x: /s/x/dll.c /s/x/a.c\ny: /s/y/dll.c /s/y/sub/b.c\n", "/s/x/a.c", "/s/x/dll.c",
                 "/s/y/dll.c", "/s/y/sub/b.c");
}

Test(split, what_lies_in_no_such_folder_is_shared)
{
    EXPECT_SPLIT("x: /s/x/dll.c /s/lib/a.c\ny: /s/y/dll.c /s/lib/a.c\n", "/s/lib/a.c", "/s/x/dll.c",
                 "/s/y/dll.c");
    EXPECT_SPLIT("x: /s/x/dll.c /s/xy/a.c\ny: /s/y/dll.c /s/xy/a.c\n", "/s/xy/a.c", "/s/x/dll.c",
                 "/s/y/dll.c");
}

Test(split, two_in_one_folder_share_it_but_not_each_other)
{
    EXPECT_SPLIT("dll1: /s/dll1.c /s/a.c\ndll2: /s/dll2.c /s/a.c\n", "/s/a.c", "/s/dll1.c",
                 "/s/dll2.c");
}

Test(split, the_deepest_folder_owns_a_unit)
{
    EXPECT_SPLIT("s: /s/dll.c /s/a.c\nx: /s/x/dll.c /s/x/b.c\n", "/s/a.c", "/s/dll.c", "/s/x/b.c",
                 "/s/x/dll.c");
}
