/* slots.c - which functions each pointer may hold. */
#include "fixture.h"

TestSuite(slots, .timeout = 60);

static void expect_slots(int line, const char *text, const char *expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(
        &fixture, "/src/a.c",
        arena_printf(fixture.arena, "%s%s",
                     FUNCTION("f", "")
                         FUNCTION("g", "") "(symbol global 'hook' type 'void (*)(void)' pointer)"
                                           "(symbol global 'other' type 'void (*)(void)' pointer)"
                                           "(symbol field 'ops::init' usr 'c:@ops@init' "
                                           "type 'void (*)(void)')"
                                           "(symbol field 'ops::done' usr 'c:@ops@done' "
                                           "type 'void (*)(void)')"
                                           "(symbol global 'table' type 'struct ops')"
                                           "(symbol global 'list' type 'void (*[4])(void)')",
                     text));
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    program_write(&out, fixture_link(&fixture));
    const char *slots = strstr(out.text, "\nslot ");
    expect_text(line, slots == NULL ? "" : slots + 1, expected);
    fixture_end(&fixture);
}

#define EXPECT_SLOTS(text, expected) expect_slots(__LINE__, (text), (expected))
#define H(body) FUNCTION("h", body)

Test(slots, an_assignment_stores_a_function)
{
    EXPECT_SLOTS(H(SET("hook", "(ref $f)")), "slot hook: f\n");
    EXPECT_SLOTS(H(SET("hook", "(address (ref $f))")), "slot hook: f\n");
    EXPECT_SLOTS(H(SET("hook", "(ref $One)")), "slot hook: One\n");
    EXPECT_SLOTS(H(SET("hook", "(ref $f)") SET("hook", "(ref $g)") SET("hook", "(ref $f)")),
                 "slot hook: f g\n");
    EXPECT_SLOTS(H(DECLARE("fp", "(ref $f)")), "slot fp: f\n");
    EXPECT_SLOTS("(global $hook (ref $f))", "slot hook: f\n");
    EXPECT_SLOTS(H(SET("x", "(ref $f)")), "");
}

Test(slots, null_is_no_function)
{
    EXPECT_SLOTS(H(SET("hook", "(int 0 null)") SET("hook", "(ref $f)")), "slot hook: f\n");
}

Test(slots, what_is_not_known_is_other)
{
    EXPECT_SLOTS(H(SET("hook", "(ref $f)") SET("hook", ASK)), "slot hook: f and others\n");
    EXPECT_SLOTS(H(SET("hook", "(ref $f)") SET("hook", "(int 5)")), "slot hook: f and others\n");
    EXPECT_SLOTS(H(SET("hook", "(ref $f)") SET("hook", "(opaque)")), "slot hook: f and others\n");
    EXPECT_SLOTS(H(SET("hook", ASK)), "");
}

Test(slots, fields_have_one_slot_for_all_objects)
{
    EXPECT_SLOTS("(global $table (init-list (init-field $'ops::init' (ref $f))))" //
                 H("(assign (field $'ops::init' (ref $s)) (ref $g))"),
                 "slot ops::init: g f\n");
    EXPECT_SLOTS(H("(declare $s (init-list (init-field $'ops::done' (ref $g))))"),
                 "slot ops::done: g\n");
}

Test(slots, arrays_hold_all_their_elements)
{
    EXPECT_SLOTS("(global $list (init-list (ref $f) (init-index 3 (ref $g))))", "slot list: f g\n");
    EXPECT_SLOTS(H("(assign (index (ref $list) " ASK ") (ref $f))"), "slot list: f\n");
    EXPECT_SLOTS("(global $list (init-list (init-list (ref $f)) (init-list (ref $g))))",
                 "slot list: g f\n");
}

Test(slots, an_array_of_structs_fills_its_fields)
{
    EXPECT_SLOTS("(global $list (init-list (init-list (init-field $'ops::init' (ref $f))) "
                 "(init-index 2 (init-list (init-field $'ops::init' (ref $g))))))",
                 "slot ops::init: f g\n");
}

Test(slots, conditionals_and_commas_are_looked_into)
{
    EXPECT_SLOTS(H(SET("hook", "(cond " ASK "(ref $f) (comma " ASK "(ref $g)))")),
                 "slot hook: g f\n");
    EXPECT_SLOTS(H(SET("hook", SET("other", "(ref $f)"))), "slot hook: f\nslot other: f\n");
}

Test(slots, pointers_flow_into_pointers)
{
    EXPECT_SLOTS(H(SET("hook", "(ref $f)") SET("other", "(ref $hook)")),
                 "slot hook: f\nslot other: f\n");
    EXPECT_SLOTS(H(SET("other", "(ref $hook)") SET("hook", "(ref $other)") SET("hook", "(ref $f)")),
                 "slot other: f\nslot hook: f\n");
    EXPECT_SLOTS(
        H(SET("other",
              "(field $'ops::init' (ref $s))") "(assign (field $'ops::init' (ref $t)) (ref $f))"),
        "slot other: f\nslot ops::init: f\n");
    EXPECT_SLOTS(H(SET("hook", ASK) SET("other", "(ref $hook)") SET("other", "(ref $f)")),
                 "slot other: f and others\n");
}

Test(slots, arguments_flow_into_parameters)
{
    EXPECT_SLOTS(FUNCTION_OF("k", "$a $call", "") H(CALL("k", "(int 1) (ref $f)")),
                 "slot call: f\n");
    EXPECT_SLOTS(FUNCTION_OF("k", "$call", SET("hook", "(ref $call)")) H(CALL("k", "(ref $f)")),
                 "slot hook: f\nslot call: f\n");
}

Test(slots, arguments_of_methods_skip_the_object)
{
    EXPECT_SLOTS("(symbol method 'C::set' usr 'c:@C@set' member)(symbol param 'this')" FUNCTION_OF(
                     "'C::set'", "$this $call", "")
                     H("(call (field $'C::set' arrow (ref $p)) (ref $f))"),
                 "slot call: f\n");
    EXPECT_SLOTS("(symbol constructor 'C::C' usr 'c:@C@C' member)(symbol param 'this')" FUNCTION_OF(
                     "'C::C'", "$this $call", "") H("(construct $'C::C' (ref $f))"),
                 "slot call: f\n");
}

Test(slots, results_flow_into_pointers)
{
    EXPECT_SLOTS("(symbol 'get' type 'void (*())(void)' pointer)" FUNCTION(
                     "get", "(return (ref $f))") H(SET("hook", CALL("get", ""))),
                 "slot get: f\nslot hook: f\n");
    EXPECT_SLOTS(H(SET("hook", CALL("f", "")) SET("hook", "(ref $g)")),
                 "slot hook: g and others\n");
}

Test(slots, a_lambda_is_a_function)
{
    EXPECT_SLOTS("(symbol method 'L::operator()' usr 'c:@L' member)" FUNCTION("'L::operator()'", "")
                     H(SET("hook", "(lambda $'L::operator()')")),
                 "slot hook: L::operator()\n");
}

Test(slots, a_global_is_one_slot_in_all_units)
{
    struct fixture fixture = fixture_start();
    const char *hook = "(symbol global 'hook' type 'void (*)(void)' pointer)";
    (void)fixture_add(&fixture, "/src/a.c",
                      arena_printf(fixture.arena, "%s%s", hook, H(SET("hook", "(ref $f)"))));
    (void)fixture_add(&fixture, "/src/b.c",
                      arena_printf(fixture.arena, "%s%s", hook,
                                   FUNCTION("f", "") FUNCTION("k", SET("hook", "(ref $g)"))));
    const struct program *program = fixture_link(&fixture);
    cr_assert_eq(program->slots.n, 2);
    cr_expect_eq(program->slots.at[1].functions.n, 1);
    cr_expect_eq(program->slots.at[1].externals.n, 1);
    fixture_end(&fixture);
}
