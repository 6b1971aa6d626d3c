/* soundness.c - what a linker would do in rare cases, and cost. */
#include "base/os.h"
#include "fixture.h"

TestSuite(soundness, .timeout = 120);

Test(soundness, an_unknown_entry_falls_back_beside_a_constructor_too)
{
    struct fixture fixture = fixture_start();
    fixture.entry = "Nobody";
    (void)fixture_add(&fixture, "/src/a.c", "(function $f constructor (block))" DLLMAIN(""));
    const struct program *program = fixture_link(&fixture);
    cr_expect_eq(program->roots.n, 2, "%u roots", program->roots.n);
    fixture_end(&fixture);
}

Test(soundness, an_executable_may_have_tls_callbacks)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      "(symbol 'main')(function $main (block))(function $f (block))"
                      "(symbol global 'tls')(global $tls section '.CRT$XLB' (ref $f))");
    cr_expect(program_executable(fixture_link(&fixture)).i != 0);
    fixture_end(&fixture);
}

/* Expects that unit 0's first function `f` is defined in the other unit. */
static void expect_strong(int line, const char *own, const char *const weak_path,
                          const char *const strong_path)
{
    struct fixture fixture = fixture_start();
    const struct unit *unit = fixture_add(&fixture, "/src/a/a.c", own);
    (void)fixture_add(&fixture, weak_path, *own == '\0' ? "(function $f weak (block))" : "");
    (void)fixture_add(&fixture, strong_path, "(function $f (block))");
    const struct program *program = fixture_link(&fixture);
    for (uint32_t s = 1; s < unit->symbols.n; s++) {
        if (strcmp(unit->symbols.at[s].name, "f") == 0) {
            fn_id body = program_body(program, 0, (sym_id){s});
            cr_expect_eq(program->functions.at[body.i].unit, 2, "line %d", line);
        }
    }
    fixture_end(&fixture);
}

Test(soundness, a_strong_definition_wins_over_a_nearer_weak_one)
{
    expect_strong(__LINE__, "", "/src/a/b.c", "/src/c.c");
    expect_strong(__LINE__, "(function $f weak (block))", "/src/a/b.c", "/src/c.c");
}

Test(soundness, the_argument_of_a_static_method_flows_into_its_first_parameter)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      "(symbol method 'C::each' usr 'c:@S@C@F@each#S' member)"
                      "(function $f (block))" FUNCTION_OF("'C::each'", "$call", "(return)")
                          FUNCTION("g", "(call (ref $'C::each') (ref $f))"));
    const struct program *program = fixture_link(&fixture);
    uint32_t n = 0;
    for (uint32_t s = 1; s < program->slots.n; s++) {
        n += program->slots.at[s].functions.n;
    }
    cr_expect_eq(n, 1);
    fixture_end(&fixture);
}

Test(soundness, a_hierarchy_of_diamonds_is_searched_once)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    for (uint32_t i = 0; i < 24; i++) {
        strbuf_printf(&text, "(record 'R%u' usr 'r%u' bases 'r%u' 'r%u')", i, i, i + 1, i + 1);
    }
    strbuf_adds(&text, "(symbol method 'R0::m' member)");
    const struct unit *unit = fixture_add(&fixture, "/src/a.c", text.text);
    const struct program *program = fixture_link(&fixture);
    uint64_t start = os_milliseconds();
    cr_expect_eq(program_api(program, 0, (sym_id){unit->symbols.n - 1}).n, 0);
    cr_expect_leq(os_milliseconds() - start, 500);
    fixture_end(&fixture);
}
