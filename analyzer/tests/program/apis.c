/* apis.c - which callees are APIs, and which parameters decide. */
#include "fixture.h"

TestSuite(apis, .timeout = 60);

/* Expects how the packs' first entry for `callee` names it: "NAME: EFFECT", "" if it is no API. */
static void expect_api(int line, const char *text, const char *callee, const char *expected)
{
    struct fixture fixture = fixture_start();
    const struct unit *unit = fixture_add(&fixture, "/src/a.c", text);
    const struct program *program = fixture_link(&fixture);
    sym_id sym = {0};
    for (uint32_t s = 1; s < unit->symbols.n; s++) {
        sym.i = strcmp(unit->symbols.at[s].name, callee) == 0 ? s : sym.i;
    }
    struct known_api known = program_api(program, 0, sym);
    const char *got = "";
    if (known.n > 0) {
        const struct api *api = known.first;
        got = arena_printf(fixture.arena, "%s: %s", known.name,
                           api->effects.n == 0 ? "nothing" : api->effects.at[0]);
    }
    expect_text(line, got, expected);
    fixture_end(&fixture);
}

#define EXPECT_API(text, callee, expected) expect_api(__LINE__, (text), (callee), (expected))

Test(apis, a_function_is_matched_by_its_qualified_name)
{
    EXPECT_API("", "One", "One: waits");
    EXPECT_API("(symbol 'Once')", "Once", "");
    EXPECT_API("(symbol 'ns::One' namespaced)", "ns::One", "");
    EXPECT_API("(symbol 'One' undeclared)", "One", "One: waits");
    EXPECT_API("(symbol global 'One')", "One", "");
}

Test(apis, a_body_in_the_module_wins)
{
    EXPECT_API("(function $One (block))", "One", "");
    EXPECT_API("(symbol 'One' internal)", "One", "");
    EXPECT_API("(symbol 'One' internal)(function $One (block))", "One", "");
}

/* Places 1, in a system header, and 2, in the main file. */
#define PLACES "(file '/sys/one.h' system)(where 1:7:1)(where 0:3:1)"

Test(apis, an_inline_function_of_a_system_header_stays_an_api)
{
    EXPECT_API(PLACES "(symbol 'One' system)(function $One @1 inline (block))", "One",
               "One: waits");
    EXPECT_API(PLACES "(symbol 'One' system internal)(function $One @1 inline (block))", "One",
               "One: waits");
    EXPECT_API(PLACES "(symbol 'One')(function $One @1 inline (block))", "One", "One: waits");
}

Test(apis, a_body_of_our_own_wins_over_the_system_headers_declaration)
{
    EXPECT_API(PLACES "(symbol 'One' system)(function $One @2 (block))", "One", "");
    EXPECT_API(PLACES "(symbol 'One' system @1)(function $One @2 inline (block))", "One", "");
    EXPECT_API(PLACES "(symbol 'One' system internal)(function $One @2 (block))", "One", "");
    EXPECT_API("(symbol 'One' system)", "One", "One: waits");
    EXPECT_API("(symbol 'One' system internal)", "One", "One: waits");
}

Test(apis, a_body_in_another_unit_wins_too)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", "");
    (void)fixture_add(&fixture, "/src/b.c", "(function $One (block))");
    const struct program *program = fixture_link(&fixture);
    cr_expect_eq(program_api(program, 0, (sym_id){1}).n, 0);
    fixture_end(&fixture);
}

Test(apis, a_body_in_another_unit_wins_over_an_imported_declaration)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      "(symbol 'Inlined' usr 'c:@F@Inlined' system dllimport)");
    const struct unit *b = fixture_add(&fixture, "/src/b.c",
                                       "(symbol 'Inlined' usr 'c:@F@Inlined' system dllimport)"
                                       "(function $Inlined (block))");
    const struct program *program = fixture_link(&fixture);
    for (uint32_t unit = 0; unit < 2; unit++) {
        cr_expect_eq(program_api(program, unit, (sym_id){b->symbols.n - 1}).n, 0);
    }
    fixture_end(&fixture);
}

Test(apis, methods_are_matched_by_class)
{
    EXPECT_API("(symbol method 'ns::Thread::join' member)", "ns::Thread::join", "join: waits");
    EXPECT_API("(symbol method 'ns::Thread::detach' member)", "ns::Thread::detach", "");
    EXPECT_API("(symbol method 'Thread::join' member)", "Thread::join", "");
    EXPECT_API("(symbol method 'other::ns::Thread::join' member)", "other::ns::Thread::join", "");
    EXPECT_API("(symbol destructor 'Smart::~Smart' member)", "Smart::~Smart",
               "~Smart: com-release");
    EXPECT_API("(symbol constructor 'Smart::Smart' member)", "Smart::Smart", "Smart: com-release");
    EXPECT_API("(symbol method 'Smarter::get' member)", "Smarter::get", "");
}

Test(apis, methods_with_a_body_are_none)
{
    EXPECT_API("(symbol method 'ns::Thread::join' usr 'c:@j' member)"
               "(function $'ns::Thread::join' (block))",
               "ns::Thread::join", "");
}

#define DERIVED                                                                                    \
    "(record 'Smart' usr 'c:@S@Smart')(record 'Middle' usr 'c:@S@Middle' bases 'c:@S@Smart')"      \
    "(record 'My' usr 'c:@S@My' bases 'c:@S@Other' 'c:@S@Middle')"

Test(apis, methods_are_matched_by_base_class)
{
    EXPECT_API(DERIVED "(symbol method 'My::get' member virtual)", "My::get", "get: com-release");
    EXPECT_API(DERIVED "(symbol method 'My::get' member system)", "My::get", "get: com-release");
    EXPECT_API(DERIVED "(symbol method 'Mine::get' member)", "Mine::get", "");
    EXPECT_API("(record 'A' usr 'c:@A' bases 'c:@B')(record 'B' usr 'c:@B' bases 'c:@A')"
               "(symbol method 'A::get' member virtual)",
               "A::get", "");
}

Test(apis, what_a_derived_class_adds_is_its_own)
{
    EXPECT_API(DERIVED "(symbol method 'My::get' member)", "My::get", "");
    EXPECT_API(DERIVED "(symbol constructor 'My::My' member)", "My::My", "");
    EXPECT_API(DERIVED "(symbol destructor 'My::~My' member virtual)", "My::~My", "");
}

#define VTABLE(first)                                                                              \
    "(symbol field 'I::" first "')(symbol field 'I::AddRef')(symbol field 'I::Release')"           \
    "(symbol field 'I::More')"                                                                     \
    "(record 'I' fields $'I::" first "' $'I::AddRef' $'I::Release' $'I::More')"

Test(apis, a_vtable_is_matched_by_its_first_fields)
{
    EXPECT_API(VTABLE("Query"), "I::More", "More: com-call");
    EXPECT_API(VTABLE("Query"), "I::Release", "Release: com-release");
    EXPECT_API(VTABLE("Ask"), "I::Release", "");
    EXPECT_API("(symbol field 'I::Query')(record 'I' fields $'I::Query')", "I::Query", "");
    EXPECT_API("(symbol field 'I::Query')", "I::Query", "");
}

/* Expects the bits of the parameters that decide, by function. */
static void expect_decisive(int line, const char *text, uint64_t expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    const struct program *program = fixture_link(&fixture);
    uint64_t got = program->functions.at[1].decisive;
    cr_expect_eq(got, expected, "line %d: expected %llx, got %llx", line,
                 (unsigned long long)expected, (unsigned long long)got);
    fixture_end(&fixture);
}

#define EXPECT_DECISIVE(text, expected) expect_decisive(__LINE__, (text), (expected))
#define F(body) FUNCTION_OF("f", "$a $b", body)

Test(apis, what_is_only_handed_on_decides_nothing)
{
    EXPECT_DECISIVE(F(""), 0);
    EXPECT_DECISIVE(F(CALL("Ask", "(ref $a) (ref $b)")), 0);
    EXPECT_DECISIVE(F(CALL("One", "(ref $a)")), 0);
    EXPECT_DECISIVE(F(CALL("f", "(ref $b) (ref $a)")), 0);
    EXPECT_DECISIVE(F(CALL("g", "(ref $a)")) FUNCTION_OF("g", "$c", CALL("Ask", "(ref $c)")), 0);
}

Test(apis, every_other_use_decides)
{
    EXPECT_DECISIVE(F(IF("(ref $b)", "(return)")), 2);
    EXPECT_DECISIVE(F("(return (ref $a))"), 1);
    EXPECT_DECISIVE(F(CALL("Ask", "(binary + (ref $a) (int 1))")), 1);
    EXPECT_DECISIVE(F("(call (ref $a))"), 1);
    EXPECT_DECISIVE(F("(call (ref $fp) (ref $a))"), 1);
    EXPECT_DECISIVE(F("(call (field $'S::u' (ref $a)) (ref $b))"), 3);
    EXPECT_DECISIVE(F("(construct $f (ref $a))"), 1);
}

Test(apis, packs_ask_for_arguments)
{
    EXPECT_DECISIVE(F(CALL("Choose", "(ref $a) (ref $b)")), 3);
    EXPECT_DECISIVE(F(CALL("Open", "(ref $a) (ref $b)")), 1);
    EXPECT_DECISIVE(F(CALL("EachNow", "(ref $b)")), 2);
    EXPECT_DECISIVE(F(CALL("EachNow", "(int 0) (ref $b)")), 0);
}

Test(apis, what_a_callee_decides_by_decides_for_its_callers)
{
    EXPECT_DECISIVE(F(CALL("g", "(ref $b)")) FUNCTION_OF("g", "$c", IF("(ref $c)", "(return)")), 2);
    EXPECT_DECISIVE(F(CALL("g", "(ref $a) (ref $b)"))
                        FUNCTION_OF("g", "$c $d", CALL("h", "(ref $d)"))
                            FUNCTION_OF("h", "$x", CALL("Choose", "(ref $x)")),
                    0);
    EXPECT_DECISIVE("(symbol param 'e')" F(CALL("g", "(ref $a) (ref $b)"))
                        FUNCTION_OF("g", "$c $d", CALL("h", "(ref $d)"))
                            FUNCTION_OF("h", "$e", CALL("Choose", "(ref $e)")),
                    2);
    EXPECT_DECISIVE(F(CALL("g", "(ref $a)"))
                        FUNCTION_OF("g", "$c", CALL("f", "(ref $c)") IF("(ref $c)", "(return)")),
                    1);
}
