/* progress.c - the words of the progress line. */
#include <criterion/criterion.h>

#include "cli/progress.h"

TestSuite(progress, .timeout = 10);

static void is(uint32_t done, uint32_t all, uint64_t spent, const char *expected)
{
    struct arena *arena = arena_create();
    cr_assert_str_eq(progress_line(arena, done, all, spent, 0), expected);
    arena_destroy(arena);
}

Test(progress, tells_rate_and_time_left)
{
    is(350, 2107, 10000, "350 of 2107 files parsed, 35 a second, 51 s left");
    is(1, 3, 500, "1 of 3 files parsed, 2 a second, 1 s left");
}

Test(progress, of_slow_units_is_a_minutes)
{
    is(10, 40, 30000, "10 of 40 files parsed, 20 a minute, 1 min 30 s left");
    is(1, 200, 60000, "1 of 200 files parsed, 1 a minute, 3 h 19 min left");
}

Test(progress, does_not_overflow)
{
    is(1, UINT32_MAX, 1000, "1 of 4294967295 files parsed, 60 a minute, 1193046 h 28 min left");
}

Test(progress, fits_the_terminal)
{
    struct arena *arena = arena_create();
    cr_assert_str_eq(progress_line(arena, 350, 2107, 10000, 20), "350 of 2107 files p");
    arena_destroy(arena);
}
