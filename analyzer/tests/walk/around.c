/* around.c - paths around calls that somebody has judged. */
#include "trial.h"

TestSuite(around, .timeout = 60);

/* Two ways to One: by f at once, and by g and h. */
static const char two_ways[] = "(function $f @0:2:1 (block (call @0:3:1 (ref $One))))\n"
                               "(function $h @0:5:1 (block (call @0:6:1 (ref $f))))\n"
                               "(function $g @0:8:1 (block (call @0:9:1 (ref $h))))\n"
                               "(function $DllMain params $instance $reason $reserved @0:11:1 "
                               "(block (call @0:12:1 (ref $f)) (call @0:13:1 (ref $g))))\n";

static bool is_stopped(void *data, const struct place *place)
{
    const uint32_t *lines = data;
    return place->line == lines[0] || place->line == lines[1];
}

/* Returns the path of the one sink in the first phase, "" if there is none. */
static const char *path_around(struct walk *walk, struct arena *arena, uint32_t a, uint32_t b)
{
    uint32_t lines[] = {a, b};
    struct walk_stops stops = {is_stopped, lines};
    const struct reach *reach = walk_around(walk, &stops);
    struct strbuf out;
    strbuf_init(&out, arena);
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        for (uint32_t k = 0; reach->sinks.at[i].phase == 0 && k < reach->sinks.at[i].steps.n; k++) {
            const struct step *step = &reach->sinks.at[i].steps.at[k];
            strbuf_printf(&out, "%s%s:%u", out.len > 0 ? " > " : "", step->calls, step->at.line);
        }
    }
    return out.text;
}

Test(around, the_next_path_is_taken_when_one_is_cut)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", two_ways);
    struct arena *arena = fixture.arena;
    struct walk *walk = walk_start(arena, fixture_link(&fixture));
    const char *nearest = "f:12 > One:3";
    cr_expect_str_eq(path_around(walk, arena, 0, 0), nearest);
    cr_expect_str_eq(path_around(walk, arena, 12, 0), "g:13 > h:9 > f:6 > One:3");
    cr_expect_str_eq(path_around(walk, arena, 13, 0), nearest);
    cr_expect_str_eq(path_around(walk, arena, 12, 6), "");
    cr_expect_str_eq(path_around(walk, arena, 3, 0), "");
    cr_expect_str_eq(path_around(walk, arena, 0, 0), nearest);
    fixture_end(&fixture);
}
